"""The page of methods."""

import pytest

from rpc.reference import render_page, type_words
from tests.rpc.stage import Stage, on_stage


@on_stage()
async def test_the_page_has_every_method(stage: Stage) -> None:
    """Each with parameters, result, errors and a call; links lead to records of the page."""
    document = await stage.rpc("rpc.discover")
    page = render_page(document)
    for method in document["methods"]:
        section = page.partition(f"### {method['name']}")[2].partition("\n### ")[0]
        assert method["summary"] in section
        assert f'"method": "{method["name"]}"' in section
        assert all(f"| {item['name']} |" in section for item in method["params"])
        assert "Result: " in section and "Errors: InvalidParams" in section
    for name in document["components"]["schemas"]:
        assert f"\n### {name}\n" in page
    assert "## debug\n**admin**" in page and "## eth\n\n" in page


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string", "pattern": "^0x[0-9a-fA-F]{40}$"}, "address"),
        ({"type": "array", "items": {"type": "boolean"}}, "list of boolean"),
        ({"oneOf": [{"type": "object"}, {"type": "null"}]}, "object or null"),
        ({"title": "Level", "enum": ["A", "B"]}, "`A`, `B`"),
        ({"title": "call", "type": "object"}, "call"),
        ({"$ref": "#/components/schemas/guild_Member"}, "[guild_Member](#guild_member)"),
        ({"type": "string"}, "text"),
        ({}, "anything"),
    ],
)
def test_types_are_said_in_words(schema: dict[str, object], words: str) -> None:
    """What a reader needs of a schema, no pattern."""
    assert words == type_words(schema)
