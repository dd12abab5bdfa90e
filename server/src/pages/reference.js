// Draws the document of the server that this page comes from, whatever address it was written for.
fetch("/openapi.json")
  .then((answer) => answer.json())
  .then((document) => {
    document.servers = [{ url: window.location.origin }];
    SwaggerUIBundle({
      spec: document,
      dom_id: "#reference",
      deepLinking: true,
      docExpansion: "none",
      displayRequestDuration: true,
      persistAuthorization: false,
      tryItOutEnabled: true,
      // Scopes are asked for as a client of the control plane would: with its secret in the header.
      initOAuth: { scopes: "all", useBasicAuthenticationWithAccessCodeGrant: true },
    });
  });
