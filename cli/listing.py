"""What a module can be asked and told, as `query MODULE` and `tx MODULE` list it."""

from chain.kit.module import Module
from cli.arguments import methods_like, record_forms, signature_text
from cli.output import Style, print_json, print_line, print_table


def list_methods(module: type[Module], style: Style, *, is_view: bool) -> int:
    """Print a module's views, or its calls, with what they take and give; needs no node."""
    methods = methods_like(module, is_view=is_view)
    if style.as_json:
        print_json(
            [{"name": m.name, "signature": signature_text(m), "doc": m.doc} for m in methods]
        )
        return 0
    print_table(
        ["view" if is_view else "call", "what it does"],
        [[signature_text(method), method.doc.partition("\n")[0]] for method in methods],
    )
    for form in record_forms([kind for method in methods for kind in method.inputs.values()]):
        print_line(f"as JSON: {form}")
    return 0
