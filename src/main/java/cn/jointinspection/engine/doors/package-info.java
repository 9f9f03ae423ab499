/** What a person may ask of the engine, by REST, web app and form, and how a refusal reaches him. */
@NamedInterface("doors")
package cn.jointinspection.engine.doors;

import org.springframework.modulith.NamedInterface;
