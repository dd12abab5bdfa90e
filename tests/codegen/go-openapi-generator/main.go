// The scenario of `cargo xtask codegen`, through the Go client of OpenAPI Generator.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"authplane.example/scenario/authplane"
)

func done(step string) {
	fmt.Println("step:", step)
}

// expect ends the program unless a condition holds.
func expect(holds bool, what string, arguments ...any) {
	if !holds {
		log.Fatalf(what, arguments...)
	}
}

// answered ends the program when a call has no answer.
func answered[A any](answer A, _ *http.Response, err error) A {
	expect(err == nil, "%v", err)
	return answer
}

// refused gives the model of an answer that is an error of this type.
func refused[M any](err error) M {
	var refusal *authplane.GenericOpenAPIError
	expect(errors.As(err, &refusal), "%v is no refusal", err)
	model, is := refusal.Model().(M)
	expect(is, "%T isn't the type of the refusal", refusal.Model())
	return model
}

func main() {
	settings := authplane.NewConfiguration()
	settings.Servers = authplane.ServerConfigurations{{URL: os.Getenv("AUTHPLANE_URL")}}
	api := authplane.NewAPIClient(settings)

	basic := context.WithValue(context.Background(), authplane.ContextBasicAuth, authplane.BasicAuth{
		UserName: os.Getenv("AUTHPLANE_CLIENT_ID"),
		Password: os.Getenv("AUTHPLANE_CLIENT_SECRET"),
	})
	granted := answered(api.OauthAPI.Token(basic, "default", "admin").GrantType("client_credentials").Scope("all").Execute())
	expect(granted.TokenType == "Bearer", "no token")
	ctx := context.WithValue(context.Background(), authplane.ContextAccessToken, granted.AccessToken)
	done("token")

	orders := answered(api.ResourcesAPI.CreateResource(ctx).
		LogtoCreateResourceRequest(*authplane.NewLogtoCreateResourceRequest("https://orders.example", "Orders")).Execute())
	expect(orders.Name == "Orders" && orders.AccessTokenTtl == 3600, "no resource")
	done("create a resource")

	asked := authplane.NewLogtoCreateResourceScopeRequest("orders:read")
	asked.SetDescription("See orders")
	scope := answered(api.ResourcesAPI.CreateResourceScope(ctx, orders.Id).LogtoCreateResourceScopeRequest(*asked).Execute())
	expect(*scope.Description.Get() == "See orders", "no scope")
	done("create a scope")

	rename := authplane.NewLogtoUpdateResourceScopeRequest()
	rename.SetName("orders:see")
	kept := answered(api.ResourcesAPI.UpdateResourceScope(ctx, orders.Id, scope.Id).LogtoUpdateResourceScopeRequest(*rename).Execute())
	expect(*kept.Description.Get() == "See orders", "the description isn't kept")
	without := authplane.NewLogtoUpdateResourceScopeRequest()
	without.SetDescriptionNil()
	patched := answered(api.ResourcesAPI.UpdateResourceScope(ctx, orders.Id, scope.Id).LogtoUpdateResourceScopeRequest(*without).Execute())
	expect(patched.Name == "orders:see" && patched.Description.Get() == nil, "the description is kept")
	done("patch with null")

	first, response, err := api.ResourcesAPI.ListResources(ctx).Page(1).PageSize(1).Execute()
	expect(err == nil && len(first) == 1, "not one row: %v", err)
	expect(response.Header.Get("Total-Number") == "2", "not two in all")
	scopes := answered(api.ResourcesAPI.ListResourceScopes(ctx, orders.Id).Execute())
	expect(len(scopes) == 1 && scopes[0].Name == "orders:see", "not the scope")
	done("list by page")

	for row := 1; row < 45; row++ {
		answered(api.ResourcesAPI.CreateResource(ctx).LogtoCreateResourceRequest(*authplane.NewLogtoCreateResourceRequest(
			fmt.Sprint("https://row.example/", row), fmt.Sprint("Row ", row))).Execute())
	}
	seen := map[string]bool{}
	pages := int64(0)
	for total := 1; len(seen) < total; {
		pages++
		page, response, err := api.ResourcesAPI.ListResources(ctx).Page(pages).PageSize(20).Execute()
		expect(err == nil && len(page) > 0, "page %d of %d rows is empty: %v", pages, total, err)
		total, err = strconv.Atoi(response.Header.Get("Total-Number"))
		expect(err == nil, "%v", err)
		for _, resource := range page {
			seen[resource.Id] = true
		}
	}
	// The 45, and the management API that every tenant has.
	expect(len(seen) == 46 && pages == 3, "%d rows on %d pages", len(seen), pages)
	done("walk 45 rows by page")

	expect(len(answered(api.ResourcesAPI.ListResources(ctx).Execute())) == 46, "not all rows")
	done("list without a page")

	response, err = api.ResourcesAPI.DeleteResourceScope(ctx, orders.Id, scope.Id).Execute()
	expect(err == nil && response.StatusCode == 204, "%v", err)
	response, err = api.ResourcesAPI.DeleteResource(ctx, orders.Id).Execute()
	expect(err == nil && response.StatusCode == 204, "%v", err)
	done("delete a scope and a resource")

	wanted := authplane.NewAcpClientRequest()
	wanted.SetClientName("Robot")
	wanted.SetAuthorizationServerId("default")
	wanted.SetGrantTypes([]authplane.GrantType{authplane.CLIENT_CREDENTIALS})
	robot := answered(api.ClientsAPI.CreateClient(ctx, "default").AcpClientRequest(*wanted).Execute())
	expect(robot.TokenEndpointAuthMethod == authplane.CLIENT_SECRET_BASIC && robot.ClientSecret != "", "no client")
	expect(answered(api.ClientsAPI.GetClient(ctx, "default", robot.ClientId).Execute()).ClientName == "Robot", "not the client")
	done("ACP client")

	service := answered(api.ServicesAPI.CreateService(ctx, "default").AcpServiceRequest(*authplane.NewAcpServiceRequest("Billing")).Execute())
	expect(service.AuthorizationServerId == "default", "no service")
	done("ACP service")

	billing := authplane.NewAcpNewScope("billing:read")
	billing.SetServiceId(service.Id)
	expect(answered(api.ScopesAPI.CreateScope(ctx, "default").AcpNewScope(*billing).Execute()).Name == "billing:read", "no scope")
	done("ACP scope")

	_, response, err = api.ResourcesAPI.GetResource(ctx, orders.Id).Execute()
	expect(response.StatusCode == 404, "not a 404")
	expect(refused[authplane.LogtoError](err).Code == "entity.not_exists_with_id", "another code")
	_, _, err = api.ClientsAPI.GetClient(ctx, "default", "nobody").Execute()
	expect(refused[authplane.AcpError](err).StatusCode == 404, "not a 404")
	done("typed 404")

	_, response, err = api.ResourcesAPI.CreateResource(ctx).
		LogtoCreateResourceRequest(*authplane.NewLogtoCreateResourceRequest("https://row.example/1", "Row 1 again")).Execute()
	expect(response.StatusCode == 422, "not a 422")
	expect(refused[authplane.LogtoError](err).Code == "resource.resource_identifier_in_use", "another code")
	_, _, err = api.ServicesAPI.CreateService(ctx, "default").AcpServiceRequest(*authplane.NewAcpServiceRequest(" ")).Execute()
	expect(refused[authplane.AcpError](err).StatusCode == 422, "not a 422")
	done("typed 422")
}
