"""How names are spelled in renderings."""

import keyword

import pytest

from chain.kit.module import Module, view
from chain.kit.record import Record
from chain.kit.render.names import (
    check_names,
    comment,
    doc_of,
    enums_of,
    identifier,
    page_doc_of,
    pascal,
    structs_of,
)
from tests.chain.kit.render.sample import Branch, Grade, Leaf, Sample, Stage, Undocumented


@pytest.mark.parametrize(
    ("python", "solidity"),
    [("power_of_at", "powerOfAt"), ("fee_bps", "feeBps"), ("after", "after_"), ("s", "s")],
)
def test_names_become_camel_case_and_never_a_word_of_solidity(python: str, solidity: str) -> None:
    """Python's names are legal in a contract that calls the module."""
    assert not keyword.iskeyword(python)
    assert solidity == identifier(python)


def test_services_and_messages_are_spelled_in_pascal_case() -> None:
    """As protobuf's style guide asks."""
    assert ["PowerOfAt", "Params"] == [pascal("power_of_at"), pascal("params")]


def test_comments_are_wrapped_and_keep_their_paragraphs() -> None:
    """No rendered comment is wider than the page."""
    lines = comment("word " * 40 + "\n\nnext", "    ///")
    assert max(map(len, lines)) <= 100
    assert lines[-2:] == ["    ///", "    /// next"]


def test_invented_docstrings_are_not_shown() -> None:
    """A dataclass without a docstring gets one of its signature, which says nothing."""
    assert "" == doc_of(Undocumented)
    assert "A record inside others." == doc_of(Leaf)


def test_records_and_enums_are_found_through_lists_and_records() -> None:
    """Parts come before the wholes that name them."""
    found = structs_of(Sample)
    assert {Leaf, Branch, Undocumented} <= set(found)
    assert found.index(Leaf) < found.index(Branch)
    assert (Grade, Stage) == enums_of(Sample)


def test_the_page_opens_with_what_the_module_is() -> None:
    """The reference page begins with the docstring of the module's page."""
    assert page_doc_of(Sample).startswith("Sample: a module with one of everything")


def test_two_declarations_of_one_name_are_refused() -> None:
    """Two records of one name could not stand in one interface."""
    twin = type("Leaf", (Record,), {"__annotations__": {"number": int}})

    class Twins(Module, address=0x0ABD, name="twins"):
        @view
        def both(self, first: Leaf, second: twin) -> bool:  # type: ignore[valid-type]
            return True

    with pytest.raises(TypeError, match="two declarations are called Leaf"):
        check_names(Twins)
