// Draws the document of the server that this page comes from, whatever address it was written for.
fetch("/openapi.json")
  .then((answer) => answer.json())
  .then((specification) => {
    specification.servers = [{ url: window.location.origin }];
    const groups = specification["x-tagGroups"] || [];
    const order = groups.flatMap((group) => group.tags);
    specification.tags.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
    headings(groups);
    const ui = SwaggerUIBundle({
      spec: specification,
      dom_id: "#reference",
      deepLinking: true,
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      persistAuthorization: false,
      tryItOutEnabled: true,
    });
    // Scopes are asked for as a client of the control plane would: all of them, with its secret in the header.
    ui.initOAuth({ scopes: "all", useBasicAuthenticationWithAccessCodeGrant: true });
    beginAtTheTop();
  });

// Swagger UI knows tags and no groups of them: each group's name stands before its first tag.
function headings(groups) {
  const style = document.createElement("style");
  style.textContent = groups
    .map(({ name, tags }) => `.opblock-tag-section:has(> #operations-tag-${CSS.escape(tags[0])})::before {
      content: ${JSON.stringify(name)}; display: block; margin: 2.5rem 0 0.5rem; font: bold 1.5rem sans-serif; color: #3b4151; }`)
    .join("\n");
  document.head.append(style);
}

// The dialog gives its focus to its last field, which lies some screens below the one that most people need.
function beginAtTheTop() {
  let open = false;
  new MutationObserver(() => {
    const dialog = document.querySelector(".dialog-ux .modal-ux-content");
    if (dialog && !open) {
      const first = dialog.querySelector("input[type=text], input[type=password]");
      if (first) first.focus({ preventScroll: true });
      dialog.scrollTop = 0;
    }
    open = Boolean(dialog);
  }).observe(document.getElementById("reference"), { childList: true, subtree: true });
}
