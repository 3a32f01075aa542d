package nl.onzedata.app.server;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/// The OpenID Connect provider of the settings. What it says of itself is asked for at the first
/// sign-in and kept, so that the site also starts while the provider is away. Safe for use by many
/// threads.
final class OidcProvider implements ClientRegistrationRepository {
  /// The name of the registration, as in `/oauth2/authorization/oidc`.
  static final String ID = "oidc";

  private final Settings.Oidc settings;
  private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();

  OidcProvider(Settings.Oidc settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!id.equals(ID)) {
      return null;
    }
    var before = known.get();
    if (before != null) {
      return before;
    }
    var asked =
        ClientRegistrations.fromIssuerLocation(settings.issuer())
            .registrationId(ID)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .scope("openid")
            .build();
    known.set(asked);
    return asked;
  }
}
