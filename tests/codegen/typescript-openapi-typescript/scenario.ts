// The scenario of `cargo xtask codegen`, through openapi-fetch with the types of openapi-typescript.

import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./generated/authplane";

const { AUTHPLANE_URL: baseUrl, AUTHPLANE_CLIENT_ID: id, AUTHPLANE_CLIENT_SECRET: secret } = process.env;
assert(baseUrl && id && secret);

const api = createClient<paths>({ baseUrl });

async function step(name: string, run: () => Promise<void>) {
  await run();
  console.log(`step: ${name}`);
}

/** What a call answered, where it has to succeed. */
function data<T>(answer: { data?: T; response: Response }): T {
  assert(answer.data !== undefined, `${answer.response.url}: ${answer.response.status}`);
  return answer.data;
}

async function main() {
  await step("token", async () => {
    const token = data(
      await api.POST("/{tid}/{aid}/oauth2/token", {
        params: { path: { tid: "default", aid: "admin" } },
        body: { grant_type: "client_credentials", scope: "all" },
        headers: {
          Authorization: `Basic ${btoa(`${id}:${secret}`)}`,
          "Content-Type": "application/x-www-form-urlencoded",
        },
      }),
    );
    assert.equal(token.token_type, "Bearer");
    api.use({
      onRequest({ request }) {
        request.headers.set("Authorization", `Bearer ${token.access_token}`);
      },
    });
  });

  let resourceId = "";
  await step("create a resource", async () => {
    const resource = data(await api.POST("/api/resources", { body: { name: "Orders", indicator: "https://orders.example" } }));
    assert.equal(resource.name, "Orders");
    assert.equal(resource.accessTokenTtl, 3600);
    resourceId = resource.id;
  });

  let scopeId = "";
  await step("create a scope", async () => {
    const scope = data(
      await api.POST("/api/resources/{resourceId}/scopes", {
        params: { path: { resourceId } },
        body: { name: "orders:read", description: "See orders" },
      }),
    );
    assert.equal(scope.description, "See orders");
    scopeId = scope.id;
  });

  await step("patch with null", async () => {
    const path = { resourceId, scopeId };
    const kept = data(
      await api.PATCH("/api/resources/{resourceId}/scopes/{scopeId}", { params: { path }, body: { name: "orders:see" } }),
    );
    assert.equal(kept.description, "See orders");
    const patched = data(
      await api.PATCH("/api/resources/{resourceId}/scopes/{scopeId}", { params: { path }, body: { description: null } }),
    );
    assert.equal(patched.name, "orders:see");
    assert.equal(patched.description, null);
  });

  await step("list by page", async () => {
    const answer = await api.GET("/api/resources", { params: { query: { page: 1, page_size: 1 } } });
    assert.equal(data(answer).length, 1);
    assert.equal(answer.response.headers.get("Total-Number"), "2");
    const scopes = data(await api.GET("/api/resources/{resourceId}/scopes", { params: { path: { resourceId } } }));
    assert.deepEqual(
      scopes.map((scope) => scope.name),
      ["orders:see"],
    );
  });

  await step("walk 45 rows by page", async () => {
    for (let row = 1; row < 45; row += 1) {
      data(await api.POST("/api/resources", { body: { name: `Row ${row}`, indicator: `https://row.example/${row}` } }));
    }
    const seen = new Set<string>();
    let pages = 0;
    for (let page = 1, total = Infinity; seen.size < total; page += 1) {
      const answer = await api.GET("/api/resources", { params: { query: { page, page_size: 20 } } });
      total = Number(answer.response.headers.get("Total-Number"));
      const rows = data(answer);
      assert(rows.length > 0, `page ${page} of ${total} rows is empty`);
      rows.forEach((resource) => seen.add(resource.id));
      pages += 1;
    }
    // The 45, and the management API that every tenant has.
    assert.equal(seen.size, 46);
    assert.equal(pages, 3);
  });

  await step("list without a page", async () => {
    assert.equal(data(await api.GET("/api/resources")).length, 46);
  });

  await step("delete a scope and a resource", async () => {
    const scope = await api.DELETE("/api/resources/{resourceId}/scopes/{scopeId}", {
      params: { path: { resourceId, scopeId } },
    });
    assert.equal(scope.response.status, 204);
    const resource = await api.DELETE("/api/resources/{id}", { params: { path: { id: resourceId } } });
    assert.equal(resource.response.status, 204);
  });

  const tid = "default";
  let serviceId = "";
  await step("ACP client", async () => {
    const client = data(
      await api.POST("/api/admin/{tid}/clients", {
        params: { path: { tid } },
        body: { client_name: "Robot", authorization_server_id: "default", grant_types: ["client_credentials"] },
      }),
    );
    assert.equal(client.token_endpoint_auth_method, "client_secret_basic");
    assert(client.client_secret);
    const path = { tid, cid: client.client_id };
    assert.equal(data(await api.GET("/api/admin/{tid}/clients/{cid}", { params: { path } })).client_name, "Robot");
  });

  await step("ACP service", async () => {
    const service = data(await api.POST("/api/admin/{tid}/services", { params: { path: { tid } }, body: { name: "Billing" } }));
    assert.equal(service.authorization_server_id, "default");
    serviceId = service.id;
  });

  await step("ACP scope", async () => {
    const scope = data(
      await api.POST("/api/admin/{tid}/scopes", {
        params: { path: { tid } },
        body: { name: "billing:read", service_id: serviceId },
      }),
    );
    assert.equal(scope.name, "billing:read");
  });

  await step("typed 404", async () => {
    const { error, response } = await api.GET("/api/resources/{id}", { params: { path: { id: resourceId } } });
    assert.equal(response.status, 404);
    assert.equal(error?.code, "entity.not_exists_with_id");
    const acp = await api.GET("/api/admin/{tid}/clients/{cid}", { params: { path: { tid, cid: "nobody" } } });
    assert.equal(acp.error?.status_code, 404);
  });

  await step("typed 422", async () => {
    const { error, response } = await api.POST("/api/resources", {
      body: { name: "Row 1 again", indicator: "https://row.example/1" },
    });
    assert.equal(response.status, 422);
    assert.equal(error?.code, "resource.resource_identifier_in_use");
    const acp = await api.POST("/api/admin/{tid}/services", { params: { path: { tid } }, body: { name: " " } });
    assert.equal(acp.error?.status_code, 422);
  });
}

void main();
