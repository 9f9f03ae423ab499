package cn.jointinspection;

import cn.jointinspection.draw.cli.DrawCommands;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.intake.ImportCommand;
import cn.jointinspection.simulation.SimulateCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, or runs one of the commands. */
@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(Zone.SHANGHAI));
    if (DrawCommands.handles(args)) {
      System.exit(DrawCommands.run(args, System.out));
    }
    if (ImportCommand.handles(args)) {
      System.exit(ImportCommand.run(Application.class, args, System.out));
    }
    if (SimulateCommand.handles(args)) {
      System.exit(SimulateCommand.run(Application.class, args, System.out));
    }
    SpringApplication.run(Application.class, args);
  }
}
