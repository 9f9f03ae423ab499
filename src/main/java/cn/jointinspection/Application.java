package cn.jointinspection;

import cn.jointinspection.draw.cli.DrawCommands;
import cn.jointinspection.process.simulation.SimulateCommand;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, or runs one of the commands. */
@SpringBootApplication
public class Application {

  /** The one zone of JVM, engine and database sessions; the engine stores local time, so it must never change. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    if (DrawCommands.handles(args)) {
      System.exit(DrawCommands.run(args, System.out));
    }
    if (SimulateCommand.handles(args)) {
      System.exit(SimulateCommand.run(args, System.out));
    }
    SpringApplication.run(Application.class, args);
  }
}
