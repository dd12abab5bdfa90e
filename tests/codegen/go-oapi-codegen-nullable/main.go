// The scenario of `cargo xtask codegen`, through the client of oapi-codegen with its `nullable-type`.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/oapi-codegen/nullable"

	"authplane.example/scenario/authplane"
)

var ctx = context.Background()

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
func answered[A any](answer A, err error) A {
	expect(err == nil, "%v", err)
	return answer
}

func pointer[T any](value T) *T {
	return &value
}

// withAuthorization gives each request of a client this header.
func withAuthorization(give func(*http.Request)) authplane.ClientOption {
	return authplane.WithRequestEditorFn(func(_ context.Context, request *http.Request) error {
		give(request)
		return nil
	})
}

func main() {
	url := os.Getenv("AUTHPLANE_URL")

	basic := answered(authplane.NewClientWithResponses(url, withAuthorization(func(request *http.Request) {
		request.SetBasicAuth(os.Getenv("AUTHPLANE_CLIENT_ID"), os.Getenv("AUTHPLANE_CLIENT_SECRET"))
	})))
	granted := answered(basic.TokenWithFormdataBodyWithResponse(ctx, "default", "admin", authplane.TokenRequest{
		GrantType: "client_credentials",
		Scope:     pointer("all"),
	})).JSON200
	expect(granted != nil && granted.TokenType == "Bearer", "no token")
	client := answered(authplane.NewClientWithResponses(url, withAuthorization(func(request *http.Request) {
		request.Header.Set("Authorization", "Bearer "+granted.AccessToken)
	})))
	done("token")

	orders := answered(client.CreateResourceWithResponse(ctx, authplane.LogtoCreateResourceRequest{
		Name:      "Orders",
		Indicator: "https://orders.example",
	})).JSON201
	expect(orders != nil && orders.Name == "Orders" && orders.AccessTokenTtl == 3600, "no resource")
	done("create a resource")

	scope := answered(client.CreateResourceScopeWithResponse(ctx, orders.Id, authplane.LogtoCreateResourceScopeRequest{
		Name:        "orders:read",
		Description: nullable.NewNullableWithValue("See orders"),
	})).JSON201
	expect(scope != nil && scope.Description.MustGet() == "See orders", "no scope")
	done("create a scope")

	kept := answered(client.UpdateResourceScopeWithResponse(ctx, orders.Id, scope.Id, nil,
		authplane.LogtoUpdateResourceScopeRequest{Name: pointer("orders:see")})).JSON200
	expect(kept != nil && kept.Description.MustGet() == "See orders", "the description isn't kept")
	patched := answered(client.UpdateResourceScopeWithResponse(ctx, orders.Id, scope.Id, nil,
		authplane.LogtoUpdateResourceScopeRequest{Description: nullable.NewNullNullable[string]()})).JSON200
	expect(patched != nil && patched.Name == "orders:see" && patched.Description.IsNull(), "the description is kept")
	done("patch with null")

	first := answered(client.ListResourcesWithResponse(ctx, &authplane.ListResourcesParams{
		Page:     pointer(int64(1)),
		PageSize: pointer(int64(1)),
	}))
	expect(first.JSON200 != nil && len(*first.JSON200) == 1, "not one row")
	expect(first.HTTPResponse.Header.Get("Total-Number") == "2", "not two in all")
	scopes := answered(client.ListResourceScopesWithResponse(ctx, orders.Id, nil)).JSON200
	expect(scopes != nil && len(*scopes) == 1 && (*scopes)[0].Name == "orders:see", "not the scope")
	done("list by page")

	for row := 1; row < 45; row++ {
		created := answered(client.CreateResourceWithResponse(ctx, authplane.LogtoCreateResourceRequest{
			Name:      fmt.Sprint("Row ", row),
			Indicator: fmt.Sprint("https://row.example/", row),
		}))
		expect(created.JSON201 != nil, "row %d: %s", row, created.Status())
	}
	seen := map[string]bool{}
	pages := int64(0)
	for total := 1; len(seen) < total; {
		pages++
		page := answered(client.ListResourcesWithResponse(ctx, &authplane.ListResourcesParams{
			Page:     pointer(pages),
			PageSize: pointer(int64(20)),
		}))
		total = answered(strconv.Atoi(page.HTTPResponse.Header.Get("Total-Number")))
		expect(page.JSON200 != nil && len(*page.JSON200) > 0, "page %d of %d rows is empty", pages, total)
		for _, resource := range *page.JSON200 {
			seen[resource.Id] = true
		}
	}
	// The 45, and the management API that every tenant has.
	expect(len(seen) == 46 && pages == 3, "%d rows on %d pages", len(seen), pages)
	done("walk 45 rows by page")

	everything := answered(client.ListResourcesWithResponse(ctx, nil)).JSON200
	expect(everything != nil && len(*everything) == 46, "not all rows")
	done("list without a page")

	deletedScope := answered(client.DeleteResourceScopeWithResponse(ctx, orders.Id, scope.Id, nil))
	expect(deletedScope.StatusCode() == 204, "%s", deletedScope.Status())
	deleted := answered(client.DeleteResourceWithResponse(ctx, orders.Id, nil))
	expect(deleted.StatusCode() == 204, "%s", deleted.Status())
	done("delete a scope and a resource")

	robot := answered(client.CreateClientWithResponse(ctx, "default", nil, authplane.AcpClientRequest{
		ClientName:            nullable.NewNullableWithValue("Robot"),
		AuthorizationServerId: nullable.NewNullableWithValue("default"),
		GrantTypes:            nullable.NewNullableWithValue([]authplane.GrantType{authplane.GrantTypeClientCredentials}),
	})).JSON201
	expect(robot != nil && robot.TokenEndpointAuthMethod == authplane.AcpClientAuthenticationClientSecretBasic, "no client")
	expect(robot.ClientSecret != "", "no secret")
	read := answered(client.GetClientWithResponse(ctx, "default", robot.ClientId)).JSON200
	expect(read != nil && read.ClientName == "Robot", "not the client")
	done("ACP client")

	service := answered(client.CreateServiceWithResponse(ctx, "default", nil, authplane.AcpServiceRequest{Name: "Billing"})).JSON201
	expect(service != nil && service.AuthorizationServerId == "default", "no service")
	done("ACP service")

	billing := answered(client.CreateScopeWithResponse(ctx, "default", nil, authplane.AcpNewScope{
		Name:      "billing:read",
		ServiceId: nullable.NewNullableWithValue(service.Id),
	})).JSON201
	expect(billing != nil && billing.Name == "billing:read", "no scope")
	done("ACP scope")

	missing := answered(client.GetResourceWithResponse(ctx, orders.Id)).JSON404
	expect(missing != nil && missing.Code == "entity.not_exists_with_id", "not a 404")
	nobody := answered(client.GetClientWithResponse(ctx, "default", "nobody")).JSON404
	expect(nobody != nil && nobody.StatusCode == 404, "not a 404")
	done("typed 404")

	again := answered(client.CreateResourceWithResponse(ctx, authplane.LogtoCreateResourceRequest{
		Name:      "Row 1 again",
		Indicator: "https://row.example/1",
	})).JSON422
	expect(again != nil && again.Code == "resource.resource_identifier_in_use", "not a 422")
	refused := answered(client.CreateServiceWithResponse(ctx, "default", nil, authplane.AcpServiceRequest{Name: " "})).JSON422
	expect(refused != nil && refused.StatusCode == 422, "not a 422")
	done("typed 422")
}
