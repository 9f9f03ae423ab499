package cn.jointinspection.process.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Brings groups, rights and lists into being at each start, and outside rehearsal the first administrator. */
@Component
class AccountSetup {

  private final GroupSetup groups;
  private final FilterSetup filters;
  private final FirstAdministrator firstAdministrator;
  private final Environment environment;
  private final String adminUser;
  private final String adminPassword;

  AccountSetup(GroupSetup groups, FilterSetup filters, FirstAdministrator firstAdministrator, Environment environment,
      @Value("${joint-inspection.admin.user:}") String adminUser,
      @Value("${joint-inspection.admin.password:}") String adminPassword) {
    this.groups = groups;
    this.filters = filters;
    this.firstAdministrator = firstAdministrator;
    this.environment = environment;
    this.adminUser = adminUser;
    this.adminPassword = adminPassword;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(10)
  void ensure() {
    groups.ensure();
    filters.ensure();
    if (environment.acceptsProfiles(Profiles.of("production")) && !firstAdministrator.exists()) {
      if (adminUser.isBlank() || adminPassword.isBlank()) {
        throw new NoAdministrator();
      }
      firstAdministrator.create(adminUser, adminPassword);
    }
  }
}
