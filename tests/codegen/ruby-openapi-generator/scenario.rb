# The scenario of `cargo xtask codegen`, through OpenAPI Generator's client of Ruby.

require "json"
require "set"
require "uri"
require "authplane"

def done(step)
  puts "step: #{step}"
end

def expect(holds, what = "not what was expected")
  raise what unless holds
end

# The error that a call is refused with. The client gives its status, headers and text.
def refused(status, type)
  yield
rescue Authplane::ApiError => refusal
  expect(refusal.code == status, refusal.message)
  type.build_from_hash(JSON.parse(refusal.response_body))
else
  raise "not refused"
end

def resource(name, indicator)
  Authplane::LogtoCreateResourceRequest.new(name: name, indicator: indicator)
end

url = URI(ENV.fetch("AUTHPLANE_URL"))
Authplane.configure do |settings|
  settings.scheme = url.scheme
  settings.host = "#{url.host}:#{url.port}"
  settings.username = ENV.fetch("AUTHPLANE_CLIENT_ID")
  settings.password = ENV.fetch("AUTHPLANE_CLIENT_SECRET")
end
granted = Authplane::OauthApi.new.token("default", "admin", "client_credentials", scope: "all")
expect(granted.token_type == "Bearer")
Authplane.configure { |settings| settings.access_token = granted.access_token }
done("token")

resources = Authplane::ResourcesApi.new
orders = resources.create_resource(resource("Orders", "https://orders.example"))
expect(orders.name == "Orders" && orders.access_token_ttl == 3600)
done("create a resource")

asked = Authplane::LogtoCreateResourceScopeRequest.new(name: "orders:read", description: "See orders")
scope = resources.create_resource_scope(orders.id, asked)
expect(scope.description == "See orders")
done("create a scope")

rename = Authplane::LogtoUpdateResourceScopeRequest.new(name: "orders:see")
expect(resources.update_resource_scope(orders.id, scope.id, rename).description == "See orders")
without = Authplane::LogtoUpdateResourceScopeRequest.new(description: nil)
patched = resources.update_resource_scope(orders.id, scope.id, without)
expect(patched.name == "orders:see" && patched.description.nil?)
done("patch with null")

rows, status, headers = resources.list_resources_with_http_info(page: 1, page_size: 1)
expect(status == 200 && rows.length == 1 && headers["Total-Number"] == "2")
expect(resources.list_resource_scopes(orders.id).map(&:name) == ["orders:see"])
done("list by page")

(1..44).each { |row| resources.create_resource(resource("Row #{row}", "https://row.example/#{row}")) }
seen = Set.new
pages = 0
loop do
  pages += 1
  rows, _, headers = resources.list_resources_with_http_info(page: pages, page_size: 20)
  expect(!rows.empty?, "page #{pages} is empty")
  seen.merge(rows.map(&:id))
  break if seen.length >= Integer(headers["Total-Number"])
end
# The 45, and the management API that every tenant has.
expect(seen.length == 46 && pages == 3, "#{seen.length} rows on #{pages} pages")
done("walk 45 rows by page")

expect(resources.list_resources.length == 46)
done("list without a page")

expect(resources.delete_resource_scope_with_http_info(orders.id, scope.id)[1] == 204)
expect(resources.delete_resource_with_http_info(orders.id)[1] == 204)
done("delete a scope and a resource")

clients = Authplane::ClientsApi.new
wanted = Authplane::AcpClientRequest.new(
  client_name: "Robot", authorization_server_id: "default", grant_types: [Authplane::GrantType::CLIENT_CREDENTIALS]
)
robot = clients.create_client("default", wanted)
expect(robot.token_endpoint_auth_method == Authplane::AcpClientAuthentication::CLIENT_SECRET_BASIC)
expect(!robot.client_secret.empty?)
expect(clients.get_client("default", robot.client_id).client_name == "Robot")
done("ACP client")

services = Authplane::ServicesApi.new
service = services.create_service("default", Authplane::AcpServiceRequest.new(name: "Billing"))
expect(service.authorization_server_id == "default")
done("ACP service")

billing = Authplane::AcpNewScope.new(name: "billing:read", service_id: service.id)
expect(Authplane::ScopesApi.new.create_scope("default", billing).name == "billing:read")
done("ACP scope")

missing = refused(404, Authplane::LogtoError) { resources.get_resource(orders.id) }
expect(missing.code == "entity.not_exists_with_id")
nobody = refused(404, Authplane::AcpError) { clients.get_client("default", "nobody") }
expect(nobody.status_code == 404)
done("typed 404")

again = refused(422, Authplane::LogtoError) do
  resources.create_resource(resource("Row 1 again", "https://row.example/1"))
end
expect(again.code == "resource.resource_identifier_in_use")
astray = refused(422, Authplane::AcpError) do
  services.create_service("default", Authplane::AcpServiceRequest.new(name: "Orders", gateway_id: "nobody"))
end
expect(astray.status_code == 422)
done("typed 422")
