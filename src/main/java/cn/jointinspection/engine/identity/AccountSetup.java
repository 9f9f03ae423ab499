package cn.jointinspection.engine.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Brings groups, rights and lists into being at each start, and in production the first administrator: before the server
 * takes its first request, for as long as there is no administrator the web apps let anybody become one.
 */
@Component
class AccountSetup implements SmartInitializingSingleton {

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

  @Override
  public void afterSingletonsInstantiated() {
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
