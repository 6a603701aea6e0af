"""Who answers calls in the stories of models, and how it counts what it reads."""

import pytest

from tests.stories import embedding
from tests.stories.embedding import EmbeddingModel, WordModel, is_installed, model

needs_model = pytest.mark.skipif(not is_installed(), reason="no model: make embedding")
TOKENS_MAX = 256  # that the model reads of a text
DIMENSIONS = 384


def test_without_a_model_words_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A story goes on without PyTorch, and its teller says so."""
    monkeypatch.setattr(embedding, "is_installed", lambda: False)
    with model() as found:
        assert isinstance(found, WordModel) and "make embedding" in found.name
        assert 3 == found.call("three words, counted").tokens
        assert 1 == found.call("").tokens
        assert found.call("a b").output != found.call("a c").output


@needs_model
@pytest.mark.e2e
def test_a_real_model_counts_what_it_reads() -> None:
    """Tokens are the tokenizer's, its two marks included, up to what the model reads at once."""
    with model() as found:
        assert isinstance(found, EmbeddingModel)
        assert 4 == found.call("hello world").tokens
        assert TOKENS_MAX == found.call("hello " * 1_000).tokens
        assert DIMENSIONS == len(found.call("hello world").output)
        assert found.call("hello world") == found.call("hello world")
