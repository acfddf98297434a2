package org.svarbar.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.svarbar.platform.Setting;
import org.svarbar.platform.Settings;

/** What the operator has set; changed where the server is started, not here. */
@Path("console/settings")
@RequestScoped
@Produces("text/html;charset=UTF-8")
public class SettingsResource {

  @Inject Pages pages;
  @Inject Config config;

  @GET
  public String list() {
    return pages.html(
        "settings", Map.of("settings", Settings.all().stream().map(this::now).toList()));
  }

  private SettingNow now(Setting setting) {
    return SettingNow.of(setting, config.getOptionalValue(setting.key(), String.class));
  }
}
