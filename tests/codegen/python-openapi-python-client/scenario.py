"""The scenario of `cargo xtask codegen`, through the client of openapi-python-client."""

import os
from base64 import b64encode
from typing import TypeVar

from generated import AuthenticatedClient
from generated.api.clients import create_client, get_client
from generated.api.oauth import token
from generated.api.resources import (
    create_resource,
    create_resource_scope,
    delete_resource,
    delete_resource_scope,
    get_resource,
    list_resource_scopes,
    list_resources,
    update_resource_scope,
)
from generated.api.scopes import create_scope
from generated.api.services import create_service
from generated.models import (
    AccessTokenResponse,
    AcpClient,
    AcpClientAuthentication,
    AcpClientRequest,
    AcpError,
    AcpNewScope,
    AcpServiceRequest,
    GrantType,
    LogtoCreateResourceRequest,
    LogtoCreateResourceScopeRequest,
    LogtoError,
    LogtoResourceScope,
    LogtoResourceWithOptionalScopes,
    LogtoUpdateResourceScopeRequest,
    TokenRequest,
    TokenRequestGrantType,
)

T = TypeVar("T")


def done(step: str) -> None:
    print(f"step: {step}")


def expect(wanted: type[T], answer: object) -> T:
    """What a call answered, where it has to be of this type."""
    assert isinstance(answer, wanted), answer
    return answer


url = os.environ["AUTHPLANE_URL"]
credentials = f"{os.environ['AUTHPLANE_CLIENT_ID']}:{os.environ['AUTHPLANE_CLIENT_SECRET']}"

basic = AuthenticatedClient(base_url=url, token=b64encode(credentials.encode()).decode(), prefix="Basic")
granted = expect(
    AccessTokenResponse,
    token.sync("default", "admin", client=basic, body=TokenRequest(grant_type=TokenRequestGrantType.CLIENT_CREDENTIALS, scope="all")),
)
assert granted.token_type == "Bearer"
client = AuthenticatedClient(base_url=url, token=granted.access_token)
done("token")

orders = expect(
    LogtoResourceWithOptionalScopes,
    create_resource.sync(
        client=client, body=LogtoCreateResourceRequest(name="Orders", indicator="https://orders.example")
    ),
)
assert orders.name == "Orders" and orders.access_token_ttl == 3600
done("create a resource")

scope = expect(
    LogtoResourceScope,
    create_resource_scope.sync(
        orders.id, client=client, body=LogtoCreateResourceScopeRequest(name="orders:read", description="See orders")
    ),
)
assert scope.description == "See orders"
done("create a scope")

kept = expect(
    LogtoResourceScope,
    update_resource_scope.sync(
        orders.id, scope.id, client=client, body=LogtoUpdateResourceScopeRequest(name="orders:see")
    ),
)
assert kept.description == "See orders"
patched = expect(
    LogtoResourceScope,
    update_resource_scope.sync(
        orders.id, scope.id, client=client, body=LogtoUpdateResourceScopeRequest(description=None)
    ),
)
assert patched.name == "orders:see" and patched.description is None
done("patch with null")

first = list_resources.sync_detailed(client=client, page=1, page_size=1)
assert isinstance(first.parsed, list) and len(first.parsed) == 1
assert first.headers["Total-Number"] == "2"
scopes = list_resource_scopes.sync(orders.id, client=client)
assert isinstance(scopes, list) and [scope.name for scope in scopes] == ["orders:see"]
done("list by page")

for row in range(1, 45):
    body = LogtoCreateResourceRequest(name=f"Row {row}", indicator=f"https://row.example/{row}")
    expect(LogtoResourceWithOptionalScopes, create_resource.sync(client=client, body=body))
seen: set[str] = set()
pages = 0
total = 1
while len(seen) < total:
    pages += 1
    page = list_resources.sync_detailed(client=client, page=pages, page_size=20)
    total = int(page.headers["Total-Number"])
    assert isinstance(page.parsed, list) and page.parsed, f"page {pages} of {total} rows is empty"
    seen.update(resource.id for resource in page.parsed)
# The 45, and the management API that every tenant has.
assert len(seen) == 46 and pages == 3
done("walk 45 rows by page")

everything = list_resources.sync(client=client)
assert isinstance(everything, list) and len(everything) == 46
done("list without a page")

assert delete_resource_scope.sync_detailed(orders.id, scope.id, client=client).status_code == 204
assert delete_resource.sync_detailed(orders.id, client=client).status_code == 204
done("delete a scope and a resource")

robot = expect(
    AcpClient,
    create_client.sync(
        "default",
        client=client,
        body=AcpClientRequest(
            client_name="Robot", authorization_server_id="default", grant_types=[GrantType.CLIENT_CREDENTIALS]
        ),
    ),
)
assert robot.token_endpoint_auth_method is AcpClientAuthentication.CLIENT_SECRET_BASIC
assert robot.client_secret
assert expect(AcpClient, get_client.sync("default", robot.client_id, client=client)).client_name == "Robot"
done("ACP client")

service = create_service.sync("default", client=client, body=AcpServiceRequest(name="Billing"))
assert service is not None and not isinstance(service, AcpError)
assert service.authorization_server_id == "default"
done("ACP service")

billing = create_scope.sync("default", client=client, body=AcpNewScope(name="billing:read", service_id=service.id))
assert billing is not None and not isinstance(billing, AcpError)
assert billing.name == "billing:read"
done("ACP scope")

missing = get_resource.sync_detailed(orders.id, client=client)
assert missing.status_code == 404
assert expect(LogtoError, missing.parsed).code == "entity.not_exists_with_id"
assert expect(AcpError, get_client.sync("default", "nobody", client=client)).status_code == 404
done("typed 404")

again = create_resource.sync_detailed(
    client=client, body=LogtoCreateResourceRequest(name="Row 1 again", indicator="https://row.example/1")
)
assert again.status_code == 422
assert expect(LogtoError, again.parsed).code == "resource.resource_identifier_in_use"
refused = create_service.sync("default", client=client, body=AcpServiceRequest(name=" "))
assert expect(AcpError, refused).status_code == 422
done("typed 422")
