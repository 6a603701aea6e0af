"""What a module may be called."""

import pytest

from cli.errors import UsageWrong
from cli.scaffold.names import NAME_CHARACTERS_MAX, Name, parse_name


@pytest.mark.parametrize(
    ("text", "title", "spoken"),
    [("prize_draw", "PrizeDraw", "Prize draw"), ("draw2", "Draw2", "Draw2"), ("q", "Q", "Q")],
)
def test_a_name_has_three_spellings(text: str, title: str, spoken: str) -> None:
    """The package's name gives the class and the word that a sentence begins with."""
    name = parse_name(text, {})
    assert (title, spoken) == (name.title, name.spoken)


@pytest.mark.parametrize(
    "text",
    ["", "A", "Draw", "1draw", "_draw", "draw_", "a__b", "a-b", "é", "a b", "draw\n", "../x"],
)
def test_what_is_no_name_is_refused(text: str) -> None:
    """A name becomes a directory, a Python package and a word of a proto: nothing else passes."""
    with pytest.raises(UsageWrong, match="a module's name has up to"):
        parse_name(text, {})


def test_a_long_name_is_refused() -> None:
    """The limit is the longest that every template's lines have room for."""
    assert Name("a" * NAME_CHARACTERS_MAX) == parse_name("a" * NAME_CHARACTERS_MAX, {})
    with pytest.raises(UsageWrong):
        parse_name("a" * (NAME_CHARACTERS_MAX + 1), {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("class", "word of Python"),
        ("match", "word of Python"),
        ("none", "word of Python"),
        ("default", "word of JavaScript"),
        ("exception", "Exception, which Python has"),
    ],
)
def test_words_of_a_language_are_refused(text: str, words: str) -> None:
    """Neither the page nor a rendered client could be written with them."""
    with pytest.raises(UsageWrong, match=words):
        parse_name(text, {})


@pytest.mark.parametrize("taken", ["prize_draw", "PrizeDraw"])
def test_taken_names_say_whose_they_are(taken: str) -> None:
    """A package and a class are each taken by themselves."""
    with pytest.raises(UsageWrong, match=f"{taken} is the other's: choose another name"):
        parse_name("prize_draw", {taken: "the other's"})
