"""
What callers ask, read strictly, and how many tokens it may come to before any work is done.

    body --read_embeddings, read_chat--> Asked: for the upstream, with the most that it may use

Without a counter the most is told by bytes: no tokenizer makes more tokens than there are bytes.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

import orjson
from eth_hash.auto import keccak

from agents.gateway.faults import ApiFault, request_wrong
from agents.gateway.settings import ModelSetting

BODY_BYTES_MAX: Final = 4 * 2**20
INPUTS_MAX: Final = 2_048  # texts of one embeddings request, as in OpenAI's API
MESSAGES_MAX: Final = 4_096
FRAME_TOKENS: Final = 16  # of a text or message around its own bytes: roles, separators
MODEL_CHARACTERS_MAX: Final = 64
OUTPUT_NAMES: Final = ("max_completion_tokens", "max_tokens")
CHAT: Final = "chat"
EMBEDDINGS: Final = "embeddings"


@dataclass(frozen=True)
class Asked:
    """One request that can be served."""

    task: str
    model: ModelSetting
    body: dict[str, Any]  # for the upstream
    digest: bytes  # of what the caller sent
    input_bound: int  # tokens that it has at most
    output_bound: int
    streams: bool = False
    wants_usage: bool = False

    @property
    def texts(self) -> list[Any]:
        """The inputs of an embeddings request, one by one."""
        given = self.body.get("input")
        return given if isinstance(given, list) and not _is_tokens(given) else [given]


def read_model(raw: bytes, models: dict[str, ModelSetting], task: str) -> tuple[Any, ModelSetting]:
    """Return a body and the model that it names; raises ApiFault."""
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as cause:
        raise request_wrong(f"a JSON object expected: {cause}") from cause
    if not isinstance(body, dict):
        raise request_wrong("a JSON object expected")
    name = body.get("model")
    model = models.get(name) if isinstance(name, str) else None
    if model is None or task not in model.tasks:
        shown = str(name)[:MODEL_CHARACTERS_MAX]
        raise ApiFault(
            404, "model_not_found", f"no model {shown!r} is served here for {task}", param="model"
        )
    return body, model


def read_embeddings(raw: bytes, models: dict[str, ModelSetting]) -> Asked:
    """Return a request for embeddings; raises ApiFault."""
    body, model = read_model(raw, models, EMBEDDINGS)
    given = body.get("input")
    items = [given] if isinstance(given, str) or _is_tokens(given) else given
    if not isinstance(items, list) or not 1 <= len(items) <= INPUTS_MAX:
        raise request_wrong(f"a text, or 1 to {INPUTS_MAX:,} texts, expected", "input")
    bound = sum(_input_bound(item) for item in items)
    if body.get("encoding_format", "float") not in ("float", "base64"):
        raise request_wrong("float or base64 expected", "encoding_format")
    return Asked(
        EMBEDDINGS, model, {**body, "model": model.name}, keccak(raw), bound, output_bound=0
    )


def read_chat(raw: bytes, models: dict[str, ModelSetting]) -> Asked:
    """Return a request for a chat's next message; raises ApiFault."""
    body, model = read_model(raw, models, CHAT)
    messages = body.get("messages")
    if not isinstance(messages, list) or not 1 <= len(messages) <= MESSAGES_MAX:
        raise request_wrong(f"1 to {MESSAGES_MAX:,} messages expected", "messages")
    if body.get("n", 1) != 1:
        raise request_wrong("one answer a call is served", "n")
    bound = _chat_bound(body, messages)
    output = _output_tokens(body, model)
    streams, options = body.get("stream", False), body.get("stream_options") or {}
    if not isinstance(streams, bool) or not isinstance(options, dict):
        raise request_wrong("true or false expected", "stream")
    wants_usage = options.get("include_usage") is True
    sent = {name: value for name, value in body.items() if name not in OUTPUT_NAMES}
    sent |= {"model": model.name, "max_tokens": output}
    if streams:
        sent["stream_options"] = {**options, "include_usage": True}
    return Asked(CHAT, model, sent, keccak(raw), bound, output, streams, wants_usage)


def _output_tokens(body: dict[str, Any], model: ModelSetting) -> int:
    for name in OUTPUT_NAMES:
        value = body.get(name)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise request_wrong("a number of tokens expected", name)
        if value > model.output_tokens_max:
            raise request_wrong(f"up to {model.output_tokens_max:,} tokens expected", name)
        return value
    return model.output_tokens_max


def _input_bound(item: Any) -> int:
    if isinstance(item, str) and item:
        return len(item.encode()) + FRAME_TOKENS
    if _is_tokens(item):
        return len(item) + FRAME_TOKENS
    raise request_wrong("texts that are not empty, or lists of tokens, expected", "input")


def _chat_bound(body: dict[str, Any], messages: list[Any]) -> int:
    """Return the bytes of all that the model is shown, with what a template puts around it."""
    for message in messages:
        content = message.get("content") if isinstance(message, dict) else None
        parts = content if isinstance(content, list) else []
        if not isinstance(message, dict) or any(
            not isinstance(part, dict) or part.get("type") != "text" for part in parts
        ):
            raise request_wrong("messages of text expected", "messages")
    shown = [messages, *(body[name] for name in ("tools", "response_format") if name in body)]
    count = len(json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace"))
    return count + FRAME_TOKENS * (len(messages) + 1)


def _is_tokens(item: Any) -> bool:
    return (
        isinstance(item, list)
        and bool(item)
        and all(isinstance(token, int) and not isinstance(token, bool) for token in item)
    )
