"""What schemathesis is told of this server: credentials, one for each kind of operation, and what it may find all the same.

`cargo xtask fuzz` starts a server, says where it is and who its administrator is, and calls schemathesis with this.
"""

import atexit
import collections
import itertools
import os
import pathlib
import re

import hypothesis
import requests
import schemathesis
from hypothesis import strategies
from schemathesis.engine.run.stateful import _executor as walks
from schemathesis.specs.openapi import stateful

URL = os.environ["AUTHPLANE_URL"]
ADMINISTRATOR = os.environ["AUTHPLANE_CLIENT_ID"], os.environ["AUTHPLANE_CLIENT_SECRET"]
INSTALLATION = os.environ["AUTHPLANE_INSTALLATION_CLIENT_ID"], os.environ["AUTHPLANE_INSTALLATION_CLIENT_SECRET"]
FOLDER = pathlib.Path(__file__).parent
# The issuer whose endpoints are called, as schemathesis.toml names it.
ISSUER = f"{URL}/default/fuzzed"
USER = {"username": "ada", "password": "correct horse battery staple"}


def uris():
    """What a URI can be (RFC 3986), for `format: uri`: mostly an ordinary address, and everything that its grammar has.

    By itself schemathesis knows `https://` and a name, which it makes as long as is asked for: no name is longer than 253 characters.
    These names belong to nobody and these addresses to no network (RFC 2606, RFC 5737, RFC 3849): the server looks some of them up.
    """
    chosen = strategies.sampled_from
    label = strategies.from_regex(r"[a-z]([a-z0-9]{0,10}|[a-z0-9]{61,62})", fullmatch=True)
    names = strategies.lists(label, min_size=1, max_size=3).map(lambda labels: ".".join([*labels, "test"]))
    hosts = strategies.one_of(
        strategies.just("client.example"),
        names,
        chosen(["CLIENT.example", "xn--bcher-kva.example", ".".join(["a" * 61] * 4) + ".test", "localhost"]),
        chosen(["127.0.0.1", "203.0.113.7", "[::1]", "[2001:db8::7]"]),
    )
    ports = strategies.one_of(strategies.just(""), chosen([":8443", ":1", ":65535", ":0", ":"]))
    # RFC 3986 §3.3: `pchar`, and what is encoded.
    segment = strategies.text("abyzABYZ059-._~!$&'()*+,;=:@", max_size=12) | chosen([".", "..", "%2F", "%41", "%00", "%C3%BC"])
    paths = strategies.lists(segment, max_size=4).map(lambda segments: "".join(f"/{segment}" for segment in segments))
    usual = strategies.just("")
    ends = usual | chosen(["?", "?a=b&c=%20", "?q=/?"]) | chosen(["#", "#part"])
    web = strategies.builds(
        "{}://{}{}{}{}{}".format,
        chosen(["https", "https", "https", "http", "HTTPS"]),
        usual | usual | usual | chosen(["user@", "user:word@"]),
        hosts,
        ports,
        paths,
        ends,
    )
    # As long as what stands in the document allows.
    long = strategies.integers(100, 2048).map(lambda length: "https://client.example/".ljust(length, "a"))
    others = chosen(
        [
            "com.example.app:/callback",
            "com.example.app://callback",
            "urn:ietf:params:oauth:client",
            "mailto:ada@client.example",
            "javascript:alert(1)",
            "data:,a",
            "file:///etc/hosts",
            "app:/callback",
        ]
    )
    plain = strategies.builds("https://client.example{}".format, paths)
    return strategies.one_of(plain, plain, web, web, long, others)


schemathesis.openapi.format("uri", uris())


def basic(client):
    return requests.auth._basic_auth_str(*client)


def token(endpoint, client, **form):
    answer = requests.post(endpoint, auth=client, data=form)
    assert answer.ok, answer.text
    return f"Bearer {answer.json()['access_token']}"


ADMIN_API = "/api/admin/default"
ADMIN = token(f"{URL}/default/admin/oauth2/token", ADMINISTRATOR, grant_type="client_credentials", scope="all")


NUMBERS = itertools.count()


def manage(method, path, body):
    answer = requests.request(method, f"{URL}{path}", json=body, headers={"Authorization": ADMIN})
    assert answer.ok, answer.text
    return answer.json() if answer.content else None


def client(server, grants, scopes, **more):
    made = manage(
        "POST",
        f"{ADMIN_API}/clients",
        {"client_name": "Fuzz", "authorization_server_id": server, "grant_types": grants, "scopes": scopes, **more},
    )
    return made["client_id"], made["client_secret"]


manage(
    "POST",
    f"{ADMIN_API}/servers",
    {
        "id": "fuzzed",
        "name": "Fuzzed",
        "enable_dynamic_client_registration": True,
        "grant_types": [
            "authorization_code",
            "client_credentials",
            "password",
            "refresh_token",
            "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange",
        ],
    },
)
manage(
    "PUT",
    f"{ADMIN_API}/servers/fuzzed/authentications",
    {"methods": [{"id": "staff", "name": "Staff", "method": "static", "static": {"users": [USER]}}]},
)
# What the document's examples speak of.
ORDERS = manage("POST", "/api/resources", {"name": "Orders", "indicator": "https://orders.example"})["id"]
READ = manage("POST", f"/api/resources/{ORDERS}/scopes", {"name": "orders:read"})["id"]
WRITE = manage("POST", f"/api/resources/{ORDERS}/scopes", {"name": "orders:write"})["id"]
OTHER_ROLE = manage("POST", "/api/roles", {"name": "Others", "description": "Nothing", "type": "MachineToMachine"})["id"]
OTHER_ROBOT = manage("POST", "/api/applications", {"name": "Other", "type": "MachineToMachine"})["id"]

# Nobody guesses a password.
KNOWN_USER = manage("POST", "/api/users", {"name": "Known", "password": "known"})["id"]


def held():
    """A role that gives a scope, and a machine that has the role, and a secret besides its first."""
    body = {"name": f"Readers {next(NUMBERS)}", "description": "Read orders", "type": "MachineToMachine", "scopeIds": [READ]}
    role = manage("POST", "/api/roles", body)["id"]
    robot = manage("POST", "/api/applications", {"name": "Robot", "type": "MachineToMachine"})["id"]
    manage("POST", f"/api/roles/{role}/applications", {"applicationIds": [robot]})
    manage("POST", f"/api/applications/{robot}/secrets", {"name": "Night"})
    return role, robot


# The path of what one thing has of another, which no link of the document leads to, by operation.
OF_TWO = {
    "delete_role_scope": lambda role, _: {"id": role, "scopeId": READ},
    "delete_role_application": lambda role, robot: {"id": role, "applicationId": robot},
    "delete_application_role": lambda role, robot: {"applicationId": robot, "roleId": role},
    "update_application_secret": lambda _, robot: {"id": robot, "name": "Night"},
    "delete_application_secret": lambda _, robot: {"id": robot, "name": "Night"},
}


SERVICE = manage("POST", f"{ADMIN_API}/services", {"name": "Billing", "authorization_server_id": "default"})["id"]
GATEWAY = manage("POST", f"{ADMIN_API}/gateways", {"name": "Edge", "type": "pyron", "server_id": "default"})["id"]
# What stands before a service that everybody may use.
DOOR = manage("POST", f"{ADMIN_API}/gateways", {"name": "Door", "type": "standalone", "server_id": "default"})
OPEN = {"name": "Open", "authorization_server_id": "default", "gateway_id": DOOR["id"]}
OPEN = manage("POST", f"{ADMIN_API}/services", OPEN)["id"]
EVERYBODY = {"id": "everybody", "policy_name": "Everybody", "validators": [{"name": "true"}]}
manage("POST", f"{ADMIN_API}/policies", EVERYBODY)
OPEN_API = {"service_id": OPEN, "method": "GET", "path": "/orders/{id}", "can_have_policy": True, "policy_id": "everybody"}
manage("POST", f"{ADMIN_API}/apis", OPEN_API)
CONSENT = "newsletter"
manage(
    "POST",
    f"{ADMIN_API}/consents",
    {"id": CONSENT, "name": "Newsletter", "can_be_withdrawn": True, "update_existing_grants": "keepCurrent"},
)
ACTION = "order"
manage("POST", f"{ADMIN_API}/actions", {"id": ACTION, "name": "Order", "consents": [{"id": CONSENT, "required": True}]})
OWN = ["list_clients_with_access", "revoke_client_access", "view_consents", "manage_consents"]
CLIENT = client(
    "fuzzed",
    ["client_credentials", "password", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
    ["openid", "profile", "offline_access", "introspect_tokens", "revoke_tokens", *OWN],
    trusted=True,
)
SYSTEM_SCOPES = ["manage_logins", "manage_consents", "view_consents"]
SYSTEM = client("system", ["client_credentials"], SYSTEM_SCOPES)
SYSTEM_TOKEN = token(
    f"{URL}/default/system/oauth2/token", SYSTEM, grant_type="client_credentials", scope=" ".join(SYSTEM_SCOPES)
)
# Developers sign in by a browser; here that server takes passwords too.
manage(
    "PUT",
    f"{ADMIN_API}/servers/developer",
    {
        "name": "Developer",
        "grant_types": ["authorization_code", "client_credentials", "password"],
        "authentications": {"methods": [{"id": "staff", "name": "Staff", "method": "static", "static": {"users": [USER]}}]},
    },
)
PORTAL = client("developer", ["password"], ["openid"], trusted=True)
DEVELOPER_TOKEN = token(f"{URL}/default/developer/oauth2/token", PORTAL, grant_type="password", scope="openid", **USER)
SETUP_TOKEN = token(f"{URL}/system/system/oauth2/token", INSTALLATION, grant_type="client_credentials", scope="all")
LOGTO = client("default", ["client_credentials"], ["orders:read"])
API_CLIENT = manage("POST", "/local-user-store/api/v1/api-clients", {"name": "Fuzz", "roles": [{"id": "privx-admin"}]})
API_CLIENT = manage("GET", f"/local-user-store/api/v1/api-clients/{API_CLIENT['id']}", None)
# Who calls an endpoint that takes clients of one kind alone.
CALLERS = {
    "logto_token": LOGTO,
    "local_user_store_token": (API_CLIENT["oauth_client_id"], API_CLIENT["oauth_client_secret"]),
}
GATEWAYS_CLIENT = DOOR["client"]["client_id"], DOOR["client"]["client_secret"]
GATEWAYS_TOKEN = token(
    f"{URL}/default/system/oauth2/token", GATEWAYS_CLIENT, grant_type="client_credentials", scope="read_gateway_configuration"
)
# Of each client that registered itself.
REGISTRATION_TOKENS = {}
# Where the services are that have a specification.
IMPORTED = []


def users_token():
    return token(f"{ISSUER}/oauth2/token", CLIENT, grant_type="password", scope=" ".join(["openid", *OWN]), **USER)


@schemathesis.auth(refresh_interval=None)
class Credentials:
    """Those that the operation asks for in its `security`."""

    users_token = None

    def get(self, case, _):
        schemes = {scheme for one in case.operation.definition.raw.get("security", []) for scheme in one}
        if case.operation.path.startswith("/{tid}/access/"):
            return basic(GATEWAYS_CLIENT)
        if case.operation.path.startswith("/api/system/{tid}/gateways/"):
            return GATEWAYS_TOKEN
        if "admin" in schemes:
            return ADMIN
        if "system" in schemes:
            return SYSTEM_TOKEN
        if "setup" in schemes:
            return SETUP_TOKEN
        if "developer" in schemes:
            return DEVELOPER_TOKEN
        if "client_basic" in schemes:
            return basic(CALLERS.get(case.operation.definition.raw["operationId"], CLIENT))
        if "issuer" in schemes:
            # A user's, who may have taken back what it stands on.
            if self.users_token is None or case.operation.method.upper() == "DELETE":
                Credentials.users_token = users_token()
            return self.users_token
        if "registration" in schemes:
            return REGISTRATION_TOKENS.get((case.path_parameters or {}).get("cid"), "Bearer none")
        return None

    def set(self, case, data, _):
        case.headers["Authorization"] = data


def begins_a_walk(operation, *_):
    """Whether the stateful phase may begin with an operation: one whose answer the document links to others, or a list.

    schemathesis leaves out what needs something that no operation makes, as every path of ours does: a tenant. But there is one.
    """
    links = any(answer.get("links") for answer in operation.definition.raw["responses"].values())
    return links or (operation.method == "get" and not operation.path_parameters)


stateful.is_likely_root_transition = begins_a_walk

judge_of_walks = walks._classify_suite_error


def goes_on_walking(error, *, ctx, settings, **more):
    """What becomes of the walks that are left when Hypothesis gives up: they begin anew, with the next seed.

    It does so where two walks that begin alike don't go on alike, which they don't have to: what is there is what others have made and deleted.
    """
    status, again, said = judge_of_walks(error, ctx=ctx, settings=settings, **more)
    if isinstance(error, hypothesis.errors.FlakyStrategyDefinition):
        again = ctx.completed_scenarios < settings.max_examples
    return status, again, said


walks._classify_suite_error = goes_on_walking


# Members of what is made that nothing else may have, as texts that a number at their end leaves valid.
UNIQUE = ("id", "indicator", "name", "path")


@schemathesis.hook
def before_call(_, case, kwargs):
    """Gives what is generated by the schema a meaning that no schema tells: names of what is there, new names of what is made.

    What is wrong on purpose stays as it is.
    """
    if case.operation.path.startswith(("/{tid}", "/.well-known")) and case.path_parameters.get("aid") == "default":
        # What the management operations change all the time.
        case.path_parameters["aid"] = "fuzzed"
    if case.meta is None or case.meta.generation.mode.is_negative:
        return
    number = next(NUMBERS)
    if case.operation.definition.raw["operationId"].startswith("list_user_consents_by_action") and number % 4:
        case.path_parameters["action"] = ACTION
    if "x-subject" in case.headers and number % 4:
        # Of users called `ada` there are several, since servers are made by their example, and nobody knows which is meant.
        case.headers["x-subject"] = "grace"
    if case.operation.definition.raw["operationId"] == "forward_auth" and number % 4:
        case.headers.update({"X-Forwarded-Method": "GET", "X-Forwarded-Uri": "/orders/17"})
        case.headers.pop("X-Forwarded-Authorization", None)
    if case.operation.definition.raw["operationId"] == "remove_specification" and number % 4 and IMPORTED:
        # Hardly any other service has one.
        case.path_parameters.update(IMPORTED.pop())
    path_of = OF_TWO.get(case.operation.definition.raw["operationId"])
    if path_of and number % 4:
        case.path_parameters.update(path_of(*held()))
    walks = case.meta.phase.name == "stateful" and number % 4
    if walks:
        # Made up, a tag is of no thing, and a key of another request: a walk on which most changes are refused goes nowhere.
        for header in ("If-Match", "X-Idempotency-Key"):
            case.headers.pop(header, None)
    if case.operation.definition.raw["operationId"].startswith("import_specification"):
        # No text that is made by chance is a document.
        content = case.operation.definition.raw["requestBody"]["content"][case.media_type]
        if "file" in content["example"] or isinstance(content["example"], str):
            case.body = content["example"]
        return
    if case.operation.definition.raw["operationId"] in ("import_configuration", "apply_configuration") and number % 4:
        # Hardly any that is made by chance names nothing that isn't there.
        content = case.operation.definition.raw["requestBody"]["content"][case.media_type]
        case.body = content["example"]
        return
    if not isinstance(case.body, dict):
        return
    operation, body = case.operation.definition.raw, case.body
    content = operation["requestBody"]["content"][case.media_type]
    if walks and "example" in content:
        # Most of what the schema allows is refused for what it says. A walk that never makes something goes nowhere.
        body = case.body = dict(content["example"])
    if body.get("authorization_server_id"):
        body["authorization_server_id"] = "default"
    if body.get("service_id"):
        body["service_id"] = SERVICE
    if operation["operationId"] in ("create_gateway", "test_policy") and body.get("server_id"):
        body["server_id"] = "default"
    if body.get("gateway_id"):
        body["gateway_id"] = GATEWAY
    for member in ("id", "consent_id"):
        # Actions, and what users say of several consents: each once, and of one that is there.
        wishes = body.get("consents")
        if isinstance(wishes, list) and wishes and member in wishes[0]:
            body["consents"] = [{**wishes[0], member: CONSENT}]
    if body.get("consent_id"):
        body["consent_id"] = CONSENT
    for member, known in (("scopeIds", WRITE), ("applicationIds", OTHER_ROBOT), ("roleIds", OTHER_ROLE)):
        if isinstance(body.get(member), list) and body[member]:
            body[member] = [known]
    if operation["operationId"] in ("create_client", "update_client") and body.get("scopes"):
        body["scopes"] = ["orders:read"]
    if operation["operationId"].endswith("_client_for_developer"):
        # Of these, developers have no choice.
        for member in ("client_id", "client_secret", "audience"):
            body.pop(member, None)
        if body.get("scopes"):
            body["scopes"] = ["openid"]
        body.pop("scope", None)
    if operation["operationId"] in ("create_tenant", "update_tenant", "update_admin_tenant"):
        # Keys come whole, or not at all.
        body.pop("jwks", None)
    if operation["operationId"].startswith(("create_", "update_")):
        for member in UNIQUE if operation["operationId"].startswith("create_") else ["name"]:
            if isinstance(body.get(member), str) and body[member]:
                body[member] += f"{number}"
    if operation["operationId"] in ("create_user", "update_user"):
        for member, unique in (("username", "u{}_{}"), ("primaryEmail", "{1}.{0}"), ("primaryPhone", "{1}{0}")):
            if body.get(member):
                body[member] = unique.format(number, body[member])[:128]
        # One password, or a digest with what it was made with.
        body.pop("passwordDigest" if body.get("password") or not body.get("passwordAlgorithm") else "password", None)
    if operation["operationId"] == "verify_user_password" and number % 4:
        case.path_parameters["userId"] = KNOWN_USER
        body["password"] = "known"
    if operation["operationId"] == "update_policy" and body.get("id"):
        body["id"] = case.path_parameters["pid"]
    if operation["operationId"] in ("update_consent", "update_consent_action") and body.get("id"):
        body["id"] = next(value for name, value in case.path_parameters.items() if name != "tid")
    if operation["operationId"].startswith(("accept_", "reject_")) and body.get("id"):
        body["id"] = case.path_parameters["login"]
    if operation["operationId"] == "dynamic_client_registration_update_client" and body.get("client_id"):
        body["client_id"] = case.path_parameters["cid"]
    if case.media_type == "application/x-www-form-urlencoded" and case.headers.get("Authorization", "").startswith("Basic"):
        # A client authenticates in one way.
        for other in ("client_id", "client_secret", "client_assertion", "client_assertion_type"):
            body.pop(other, None)
    # A token comes in one way, too (RFC 6750 §2).
    if case.media_type == "application/x-www-form-urlencoded" and case.headers.get("Authorization", "").startswith("Bearer"):
        body.pop("access_token", None)
    if operation["operationId"] == "authorize_request" and number % 4:
        body.update(method="GET", path="/orders/17", api_group=OPEN, headers={})
    if operation["operationId"] == "local_user_store_token" and body.get("username") and body.get("password"):
        body.update(username=API_CLIENT["id"], password=API_CLIENT["secret"])


@schemathesis.hook
def after_call(_, case, response):
    """Remembers who may change a client that registered itself, what has a specification, and which operations did what they are for."""
    operation = case.operation.definition.raw["operationId"]
    REQUESTS[operation] += 1
    # Methods that a path doesn't have are tried by the name of one that it has; OPTIONS is answered everywhere that pages call.
    if response.status_code < 300 and response.request.method == case.operation.method.upper():
        SUCCESSES[operation] += 1
        if operation.startswith("import_specification"):
            IMPORTED.append(dict(case.path_parameters))
        if operation.startswith("dynamic_client_registration") and response.status_code != 204:
            made = response.json()
            REGISTRATION_TOKENS[made["client_id"]] = f"Bearer {made['registration_access_token']}"


REQUESTS, SUCCESSES = collections.Counter(), collections.Counter()


class Known:
    """A line of exceptions.txt."""

    def __init__(self, line):
        self.line, self.used = line, 0
        self.finding, *patterns, self.reason = (field.strip() for field in line.split(" | "))
        self.operations, self.status, self.text = (re.compile(pattern, re.MULTILINE) for pattern in patterns)

    def is_it(self, finding, case, response):
        # Whoever refuses says why; what is taken speaks for itself.
        taken = self.finding == "AcceptedNegativeData"
        said = f"{response.request.url}\n{case.body!r}" if taken else response.text
        return (
            self.finding == type(finding).__name__
            and self.operations.fullmatch(case.operation.definition.raw["operationId"])
            and self.status.fullmatch(str(response.status_code))
            and self.text.search(f"{finding.message}\n{said}")
        )


LINES = (FOLDER / "exceptions.txt").read_text().splitlines()
EXCEPTIONS = [Known(line) for line in LINES if line.strip() and not line.startswith("#")]


@schemathesis.hook
def filter_failure(_, failure, case, response):
    """Lets pass what has a reason."""
    for exception in EXCEPTIONS:
        if exception.is_it(failure, case, response):
            exception.used += 1
            return False
    return True


@atexit.register
def tell():
    """Says what was asked; `cargo xtask fuzz` adds up what it came to."""
    print(f"{sum(REQUESTS.values())} requests, {sum(SUCCESSES.values())} did what they are for")
    with open(os.environ["AUTHPLANE_FUZZ_OUTCOMES"], "a") as outcomes:
        for exception in EXCEPTIONS:
            print("excepted", exception.used, exception.line, file=outcomes)
        for operation in REQUESTS:
            print("succeeded" if SUCCESSES[operation] else "asked", operation, file=outcomes)
