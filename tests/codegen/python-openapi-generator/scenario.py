"""The scenario of `cargo xtask codegen`, through OpenAPI Generator's client of Python."""

import os
from collections.abc import Callable
from typing import TypeVar

from generated import (
    AcpClientAuthentication,
    AcpClientRequest,
    AcpError,
    AcpNewScope,
    AcpServiceRequest,
    ApiClient,
    ApiException,
    ClientsApi,
    Configuration,
    GrantType,
    LogtoCreateResourceRequest,
    LogtoCreateResourceScopeRequest,
    LogtoError,
    LogtoUpdateResourceScopeRequest,
    OauthApi,
    ResourcesApi,
    ScopesApi,
    ServicesApi,
)

E = TypeVar("E")


def done(step: str) -> None:
    print(f"step: {step}")


def refused(status: int, wanted: type[E], call: Callable[[], object]) -> E:
    """The error that a call is refused with."""
    try:
        answer = call()
    except ApiException as refusal:
        assert refusal.status == status, refusal
        assert isinstance(refusal.data, wanted), refusal.data
        return refusal.data
    raise AssertionError(f"not refused: {answer}")


settings = Configuration(
    host=os.environ["AUTHPLANE_URL"],
    username=os.environ["AUTHPLANE_CLIENT_ID"],
    password=os.environ["AUTHPLANE_CLIENT_SECRET"],
)
api = ApiClient(settings)
granted = OauthApi(api).token("default", "admin", "client_credentials", scope="all")
assert granted.token_type == "Bearer"
settings.access_token = granted.access_token.get_secret_value()
done("token")

resources = ResourcesApi(api)
orders = resources.create_resource(LogtoCreateResourceRequest(name="Orders", indicator="https://orders.example"))
assert orders.name == "Orders" and orders.access_token_ttl == 3600
done("create a resource")

scope = resources.create_resource_scope(
    orders.id, LogtoCreateResourceScopeRequest(name="orders:read", description="See orders")
)
assert scope.description == "See orders"
done("create a scope")

kept = resources.update_resource_scope(orders.id, scope.id, LogtoUpdateResourceScopeRequest(name="orders:see"))
assert kept.description == "See orders"
patched = resources.update_resource_scope(orders.id, scope.id, LogtoUpdateResourceScopeRequest(description=None))
assert patched.name == "orders:see" and patched.description is None
done("patch with null")

first = resources.list_resources_with_http_info(page=1, page_size=1)
assert len(first.data) == 1
assert first.headers is not None and first.headers["total-number"] == "2"
assert [scope.name for scope in resources.list_resource_scopes(orders.id)] == ["orders:see"]
done("list by page")

for row in range(1, 45):
    resources.create_resource(LogtoCreateResourceRequest(name=f"Row {row}", indicator=f"https://row.example/{row}"))
seen: set[str] = set()
pages = 0
total = 1
while len(seen) < total:
    pages += 1
    page = resources.list_resources_with_http_info(page=pages, page_size=20)
    assert page.headers is not None
    total = int(page.headers["total-number"])
    assert page.data, f"page {pages} of {total} rows is empty"
    seen.update(resource.id for resource in page.data)
# The 45, and the management API that every tenant has.
assert len(seen) == 46 and pages == 3
done("walk 45 rows by page")

assert len(resources.list_resources()) == 46
done("list without a page")

assert resources.delete_resource_scope_with_http_info(orders.id, scope.id).status_code == 204
assert resources.delete_resource_with_http_info(orders.id).status_code == 204
done("delete a scope and a resource")

clients = ClientsApi(api)
robot = clients.create_client(
    "default",
    acp_client_request=AcpClientRequest(
        client_name="Robot", authorization_server_id="default", grant_types=[GrantType.CLIENT_CREDENTIALS]
    ),
)
assert robot.token_endpoint_auth_method is AcpClientAuthentication.CLIENT_SECRET_BASIC
assert robot.client_secret
assert clients.get_client("default", robot.client_id).client_name == "Robot"
done("ACP client")

services = ServicesApi(api)
service = services.create_service("default", AcpServiceRequest(name="Billing"))
assert service.authorization_server_id == "default"
done("ACP service")

billing = ScopesApi(api).create_scope("default", AcpNewScope(name="billing:read", service_id=service.id))
assert billing.name == "billing:read"
done("ACP scope")

missing = refused(404, LogtoError, lambda: resources.get_resource(orders.id))
assert missing.code == "entity.not_exists_with_id"
assert refused(404, AcpError, lambda: clients.get_client("default", "nobody")).status_code == 404
done("typed 404")

again = refused(
    422,
    LogtoError,
    lambda: resources.create_resource(
        LogtoCreateResourceRequest(name="Row 1 again", indicator="https://row.example/1")
    ),
)
assert again.code == "resource.resource_identifier_in_use"
assert refused(422, AcpError, lambda: services.create_service("default", AcpServiceRequest(name="Orders", gateway_id="nobody"))).status_code == 422
done("typed 422")
