"""Writes down what the specification of a dialect says, in the form of the facts: names, types and statuses, and none of its sentences.

    python3 tests/specification/extract.py acp-operations.json acp-complement.json > tests/specification/acp.json

The arguments are the specification's operations and those that were found to complement them. `it::facts` holds tests/facts against the outcome: an operation that
the facts have must have everything that is here, or say in `left_out` why not.
"""

import json
import sys


def type_of(shape):
    """A type as tests/src/facts.rs writes it."""
    kind = shape.get("type")
    if kind == "ref":
        return shape["ref"]
    if kind == "array":
        return f"[{type_of(shape.get('items') or {'type': 'any'})}]"
    if kind == "map":
        # Whatever is in it: the facts call it an object where its values may be anything.
        values = type_of(shape.get("values") or {"type": "any"})
        return "object" if values == "any" else "{" + values + "}"
    return kind or "any"


def operation(spec):
    request = spec.get("request")
    if request is None:
        body = None
    elif "ref" in request or "schema" in request:
        body = request.get("ref") or request["schema"]
    else:
        body = {field["name"]: type_of(field) for field in request.get("fields", [])} or request.get("type")
    responses = {}
    for response in spec["responses"]:
        # A binary body has a type and no schema.
        responses[str(response["status"])] = response.get("schema") or response.get("type")
    return {
        "method": spec["method"],
        "path": spec["path"],
        "parameters": {parameter["name"]: parameter["in"] for parameter in spec["params"]},
        "request": body,
        "responses": responses,
    }


def main():
    operations, schemas = {}, {}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            spec = json.load(file)
        for one in spec["operations"]:
            operations[one["operation_id"]] = operation(one)
        for name, schema in spec["schemas"].items():
            if schema.get("type") == "object":
                schemas[name] = {field: type_of(shape) for field, shape in schema["fields"].items()}
    lines = [" " + json.dumps(name) + ": " + json.dumps(value, sort_keys=True) for name, value in sorted(operations.items())]
    shapes = [" " + json.dumps(name) + ": " + json.dumps(value, sort_keys=True) for name, value in sorted(schemas.items())]
    print('{"operations": {\n' + ",\n".join(lines) + "\n},\n\"schemas\": {\n" + ",\n".join(shapes) + "\n}}")


main()
