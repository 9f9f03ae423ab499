/** Where files that change the registries are handed in and followed. */
package cn.jointinspection.staff.registrychange;
