// The scenario of `cargo xtask codegen`, through OpenAPI Generator's client of Kotlin.

import org.openapitools.client.apis.ClientsApi
import org.openapitools.client.apis.OauthApi
import org.openapitools.client.apis.ResourcesApi
import org.openapitools.client.apis.ScopesApi
import org.openapitools.client.apis.ServicesApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.infrastructure.Success
import org.openapitools.client.models.AcpClientAuthentication
import org.openapitools.client.models.AcpClientRequest
import org.openapitools.client.models.AcpError
import org.openapitools.client.models.AcpNewScope
import org.openapitools.client.models.AcpServiceRequest
import org.openapitools.client.models.GrantType
import org.openapitools.client.models.LogtoCreateResourceRequest
import org.openapitools.client.models.LogtoCreateResourceScopeRequest
import org.openapitools.client.models.LogtoError
import org.openapitools.client.models.LogtoResourceWithOptionalScopes
import org.openapitools.client.models.LogtoUpdateResourceScopeRequest

fun done(step: String) = println("step: $step")

/** The error that a call is refused with. The client gives its status and text. */
inline fun <reified E> refused(status: Int, call: () -> Unit): E {
    try {
        call()
    } catch (refusal: ClientException) {
        check(refusal.statusCode == status) { "refused with ${refusal.statusCode}" }
        val text = (refusal.response as ClientError<*>).body as String
        return Serializer.moshi.adapter(E::class.java).fromJson(text)!!
    }
    error("not refused")
}

fun ResourcesApi.page(page: Long, rows: Long): Pair<List<LogtoResourceWithOptionalScopes>, Int> {
    val answer = listResourcesWithHttpInfo(null, page, rows) as Success<List<LogtoResourceWithOptionalScopes>?>
    return answer.data!! to answer.headers.getValue("total-number").single().toInt()
}

fun main() {
    val url = System.getenv("AUTHPLANE_URL")
    ApiClient.username = System.getenv("AUTHPLANE_CLIENT_ID")
    ApiClient.password = System.getenv("AUTHPLANE_CLIENT_SECRET")
    val granted = OauthApi(url).token("default", "admin", OauthApi.GrantTypeToken.client_credentials, scope = "all")
    check(granted.tokenType == "Bearer")
    ApiClient.accessToken = granted.accessToken
    done("token")

    val resources = ResourcesApi(url)
    val orders = resources.createResource(LogtoCreateResourceRequest(name = "Orders", indicator = "https://orders.example"))
    check(orders.name == "Orders" && orders.accessTokenTtl == 3600L)
    done("create a resource")

    val scope = resources.createResourceScope(
        orders.id,
        LogtoCreateResourceScopeRequest(name = "orders:read", description = "See orders"),
    )
    check(scope.description == "See orders")
    done("create a scope")

    val kept = resources.updateResourceScope(orders.id, scope.id, LogtoUpdateResourceScopeRequest(name = "orders:see"))
    check(kept.description == "See orders")
    // A member that is null is left out; an empty description takes it away as well.
    val patched = resources.updateResourceScope(orders.id, scope.id, LogtoUpdateResourceScopeRequest(description = ""))
    check(patched.name == "orders:see" && patched.description == null)
    done("patch with null")

    val (rows, all) = resources.page(1, 1)
    check(rows.size == 1 && all == 2)
    check(resources.listResourceScopes(orders.id).map { it.name } == listOf("orders:see"))
    done("list by page")

    for (row in 1..44) {
        resources.createResource(LogtoCreateResourceRequest(name = "Row $row", indicator = "https://row.example/$row"))
    }
    val seen = mutableSetOf<String>()
    var pages = 0L
    do {
        pages += 1
        val (page, total) = resources.page(pages, 20)
        check(page.isNotEmpty()) { "page $pages of $total rows is empty" }
        page.forEach { seen.add(it.id) }
    } while (seen.size < total)
    // The 45, and the management API that every tenant has.
    check(seen.size == 46 && pages == 3L) { "${seen.size} rows on $pages pages" }
    done("walk 45 rows by page")

    check(resources.listResources().size == 46)
    done("list without a page")

    check(resources.deleteResourceScopeWithHttpInfo(orders.id, scope.id, null).statusCode == 204)
    check(resources.deleteResourceWithHttpInfo(orders.id, null).statusCode == 204)
    done("delete a scope and a resource")

    val clients = ClientsApi(url)
    val robot = clients.createClient(
        "default",
        AcpClientRequest(clientName = "Robot", authorizationServerId = "default", grantTypes = listOf(GrantType.client_credentials)),
    )
    check(robot.tokenEndpointAuthMethod == AcpClientAuthentication.client_secret_basic)
    check(robot.clientSecret.isNotEmpty())
    check(clients.getClient("default", robot.clientId).clientName == "Robot")
    done("ACP client")

    val services = ServicesApi(url)
    val service = services.createService("default", AcpServiceRequest(name = "Billing"))
    check(service.authorizationServerId == "default")
    done("ACP service")

    val billing = ScopesApi(url).createScope("default", AcpNewScope(name = "billing:read", serviceId = service.id))
    check(billing.name == "billing:read")
    done("ACP scope")

    val missing = refused<LogtoError>(404) { resources.getResource(orders.id) }
    check(missing.code == "entity.not_exists_with_id")
    check(refused<AcpError>(404) { clients.getClient("default", "nobody") }.statusCode == 404L)
    done("typed 404")

    val again = refused<LogtoError>(422) {
        resources.createResource(LogtoCreateResourceRequest(name = "Row 1 again", indicator = "https://row.example/1"))
    }
    check(again.code == "resource.resource_identifier_in_use")
    check(refused<AcpError>(422) { services.createService("default", AcpServiceRequest(name = " ")) }.statusCode == 422L)
    done("typed 422")
}
