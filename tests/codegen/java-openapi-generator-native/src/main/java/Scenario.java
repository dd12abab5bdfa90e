import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ClientsApi;
import org.openapitools.client.api.OauthApi;
import org.openapitools.client.api.ResourcesApi;
import org.openapitools.client.api.ScopesApi;
import org.openapitools.client.api.ServicesApi;
import org.openapitools.client.model.AcpClientAuthentication;
import org.openapitools.client.model.AcpClientRequest;
import org.openapitools.client.model.AcpError;
import org.openapitools.client.model.AcpNewScope;
import org.openapitools.client.model.AcpServiceRequest;
import org.openapitools.client.model.GrantType;
import org.openapitools.client.model.LogtoCreateResourceRequest;
import org.openapitools.client.model.LogtoCreateResourceScopeRequest;
import org.openapitools.client.model.LogtoError;
import org.openapitools.client.model.LogtoUpdateResourceScopeRequest;

/** The scenario of `cargo xtask codegen`, through OpenAPI Generator's client of Java's own HTTP client. */
public class Scenario {
    interface Call {
        void run() throws ApiException;
    }

    static void done(String step) {
        System.out.println("step: " + step);
    }

    static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /** The error that a call is refused with. The client gives its status, headers and text. */
    static <E> E refused(ApiClient client, int status, Class<E> type, Call call) throws Exception {
        try {
            call.run();
        } catch (ApiException refusal) {
            expect(refusal.getCode() == status, "refused with " + refusal.getCode());
            return client.getObjectMapper().readValue(refusal.getResponseBody(), type);
        }
        throw new AssertionError("not refused");
    }

    static LogtoCreateResourceRequest resource(String name, String indicator) {
        return new LogtoCreateResourceRequest().name(name).indicator(indicator);
    }

    public static void main(String[] arguments) throws Exception {
        var credentials = System.getenv("AUTHPLANE_CLIENT_ID") + ":" + System.getenv("AUTHPLANE_CLIENT_SECRET");
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var client = new ApiClient();
        client.updateBaseUri(System.getenv("AUTHPLANE_URL"));
        client.setRequestInterceptor(request -> request.setHeader("Authorization", basic));
        // Lists of a form must not be null.
        List<String> none = List.of();
        var granted = new OauthApi(client).token("default", "admin", "client_credentials", null, null, null, none, null,
                null, null, null, null, null, null, null, null, null, null, none, "all", null, null, null);
        expect(granted.getTokenType().equals("Bearer"), "no token");
        client.setRequestInterceptor(
                request -> request.setHeader("Authorization", "Bearer " + granted.getAccessToken()));
        var resources = new ResourcesApi(client);
        done("token");

        var orders = resources.createResource(resource("Orders", "https://orders.example"));
        expect(orders.getName().equals("Orders") && orders.getAccessTokenTtl() == 3600, "no resource");
        done("create a resource");

        var scope = resources.createResourceScope(orders.getId(),
                new LogtoCreateResourceScopeRequest().name("orders:read").description("See orders"));
        expect("See orders".equals(scope.getDescription()), "no scope");
        done("create a scope");

        var kept = resources.updateResourceScope(orders.getId(), scope.getId(),
                new LogtoUpdateResourceScopeRequest().name("orders:see"), null);
        expect("See orders".equals(kept.getDescription()), "the description isn't kept");
        var patched = resources.updateResourceScope(orders.getId(), scope.getId(),
                new LogtoUpdateResourceScopeRequest().description(null), null);
        expect(patched.getName().equals("orders:see") && patched.getDescription() == null, "the description is kept");
        done("patch with null");

        var first = resources.listResourcesWithHttpInfo(null, 1L, 1L);
        expect(first.getData().size() == 1, "not one row");
        expect(first.getHeaders().get("total-number").equals(List.of("2")), "not two in all");
        var scopes = resources.listResourceScopes(orders.getId(), null, null, null);
        expect(scopes.size() == 1 && scopes.get(0).getName().equals("orders:see"), "not the scope");
        done("list by page");

        for (int row = 1; row < 45; row++) {
            resources.createResource(resource("Row " + row, "https://row.example/" + row));
        }
        Set<String> seen = new HashSet<>();
        long pages = 0;
        for (int total = 1; seen.size() < total;) {
            pages++;
            var page = resources.listResourcesWithHttpInfo(null, pages, 20L);
            total = Integer.parseInt(page.getHeaders().get("total-number").get(0));
            expect(!page.getData().isEmpty(), "an empty page");
            page.getData().forEach(resource -> seen.add(resource.getId()));
        }
        // The 45, and the management API that every tenant has.
        expect(seen.size() == 46 && pages == 3, seen.size() + " rows on " + pages + " pages");
        done("walk 45 rows by page");

        expect(resources.listResources(null, null, null).size() == 46, "not all rows");
        done("list without a page");

        expect(resources.deleteResourceScopeWithHttpInfo(orders.getId(), scope.getId(), null).getStatusCode() == 204, "scope");
        expect(resources.deleteResourceWithHttpInfo(orders.getId(), null).getStatusCode() == 204, "resource");
        done("delete a scope and a resource");

        var clients = new ClientsApi(client);
        var robot = clients.createClient("default", new AcpClientRequest().clientName("Robot")
                .authorizationServerId("default").grantTypes(List.of(GrantType.CLIENT_CREDENTIALS)), null);
        expect(robot.getTokenEndpointAuthMethod() == AcpClientAuthentication.CLIENT_SECRET_BASIC, "no client");
        expect(!robot.getClientSecret().isEmpty(), "no secret");
        expect(Objects.equals(clients.getClient("default", robot.getClientId()).getClientName(), "Robot"), "another");
        done("ACP client");

        var services = new ServicesApi(client);
        var service = services.createService("default", new AcpServiceRequest().name("Billing"), null);
        expect(service.getAuthorizationServerId().equals("default"), "no service");
        done("ACP service");

        var billing = new ScopesApi(client).createScope("default",
                new AcpNewScope().name("billing:read").serviceId(service.getId()), null);
        expect(billing.getName().equals("billing:read"), "no scope");
        done("ACP scope");

        var missing = refused(client, 404, LogtoError.class, () -> resources.getResource(orders.getId()));
        expect(missing.getCode().equals("entity.not_exists_with_id"), missing.getCode());
        var nobody = refused(client, 404, AcpError.class, () -> clients.getClient("default", "nobody"));
        expect(nobody.getStatusCode() == 404, "not a 404");
        done("typed 404");

        var again = refused(client, 422, LogtoError.class,
                () -> resources.createResource(resource("Row 1 again", "https://row.example/1")));
        expect(again.getCode().equals("resource.resource_identifier_in_use"), again.getCode());
        var nameless = refused(client, 422, AcpError.class,
                () -> services.createService("default", new AcpServiceRequest().name(" "), null));
        expect(nameless.getStatusCode() == 422, "not a 422");
        done("typed 422");
    }
}
