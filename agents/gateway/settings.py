"""
A gateway's settings: models by the names that the chain's register has, and who answers for them.

    HOME/gateway/gateway.toml --read_settings--> Settings, every number within its limits
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SETTINGS_BYTES_MAX: Final = 1_000_000
AMOUNT_WEI_MAX: Final = 2**96 - 1
LOCAL: Final = "local"  # the upstream that is this process itself
TASKS: Final = ("embeddings", "chat")
COUNTERS: Final = ("bound", "tokenize", LOCAL)
EXAMPLE: Final = """\
# What is served on credit before a voucher for it must come, for each channel, in wei.
# After a crash no more than this is unpaid; a call that could cost more is refused.
exposure_wei = 1_000_000_000_000_000
redeem_s = 60              # between two looks at what is to be redeemed
redeem_wei_min = 1         # what redeeming a channel must bring; closing ones are not waited with

[upstreams.main]
url = "http://127.0.0.1:8000/v1"   # any API that is compatible with OpenAI's
key_variable = ""                  # the environment variable with its key, if it wants one

[models."guild/embed"]     # the name on the chain's register
upstream = "main"          # or "local": all-MiniLM-L6-v2 in this process, where it is installed
name = "all-MiniLM-L6-v2"  # the upstream's name for it
tasks = ["embeddings"]     # embeddings, chat
counter = "bound"          # tokens before the work: bound (by bytes), tokenize (vLLM's), local
output_tokens_max = 4096   # of a chat's answer
"""


class SettingsWrong(Exception):
    """A setting that cannot be used; the message says which, and what was expected."""


@dataclass(frozen=True)
class Upstream:
    """Who runs models."""

    name: str
    url: str
    key: str = ""


@dataclass(frozen=True)
class ModelSetting:
    """One model that is offered."""

    model_id: str
    upstream: str
    name: str
    tasks: tuple[str, ...]
    counter: str
    output_tokens_max: int


@dataclass(frozen=True)
class Settings:
    """Everything a gateway is told."""

    exposure_wei: int
    redeem_s: float
    redeem_wei_min: int
    upstreams: Mapping[str, Upstream]
    models: Mapping[str, ModelSetting]


def read_settings(path: Path) -> Settings:
    """Return the settings of a file; raises SettingsWrong, FileNotFoundError."""
    raw = path.read_bytes()
    if len(raw) > SETTINGS_BYTES_MAX:
        raise SettingsWrong(f"{path}: up to {SETTINGS_BYTES_MAX:,} bytes expected")
    try:
        found = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise SettingsWrong(f"{path}: {cause}") from cause
    return settings_of(found)


def settings_of(found: dict[str, Any]) -> Settings:
    """Return settings of a document; raises SettingsWrong."""
    names = {"exposure_wei", "redeem_s", "redeem_wei_min", "upstreams", "models"}
    _only(found, names, "the settings")
    upstreams = {
        name: _upstream(name, table) for name, table in _tables(found, "upstreams").items()
    }
    models = {name: _model(name, table) for name, table in _tables(found, "models").items()}
    for model in models.values():
        if model.upstream != LOCAL and model.upstream not in upstreams:
            raise SettingsWrong(f"{model.model_id}: no upstream is named {model.upstream!r}")
        if (model.counter == LOCAL) != (model.upstream == LOCAL):
            raise SettingsWrong(f"{model.model_id}: what is local is counted locally, only that")
    if not models:
        raise SettingsWrong('at least one table [models."NAME"] expected')
    return Settings(
        _number(found, "exposure_wei", 1, AMOUNT_WEI_MAX, 10**15),
        _number(found, "redeem_s", 1, 86_400, 60),
        _number(found, "redeem_wei_min", 0, AMOUNT_WEI_MAX, 1),
        upstreams,
        models,
    )


def _upstream(name: str, table: Any) -> Upstream:
    _only(table, {"url", "key_variable"}, f"upstream {name}")
    url, variable = _text(table, "url", name), table.get("key_variable", "")
    if not re.fullmatch(r"https?://[^\s/]+(/[^\s?#]*)?", url):
        raise SettingsWrong(f"upstream {name}: an address http://HOST/PATH expected, found {url!r}")
    if variable and variable not in os.environ:
        raise SettingsWrong(f"upstream {name}: the environment has no {variable}")
    return Upstream(name, url.rstrip("/"), os.environ[variable] if variable else "")


def _model(model_id: str, table: Any) -> ModelSetting:
    names = {"upstream", "name", "tasks", "counter", "output_tokens_max"}
    _only(table, names, model_id)
    upstream = _text(table, "upstream", model_id)
    tasks = table.get("tasks", ["embeddings"])
    if not isinstance(tasks, list) or not tasks or any(task not in TASKS for task in tasks):
        raise SettingsWrong(f"{model_id}: tasks out of {TASKS} expected, found {tasks!r}")
    if upstream == LOCAL and tasks != ["embeddings"]:
        raise SettingsWrong(f"{model_id}: a local model only embeds, found {tasks!r}")
    counter = table.get("counter", LOCAL if upstream == LOCAL else "bound")
    if counter not in COUNTERS:
        raise SettingsWrong(f"{model_id}: a counter of {COUNTERS} expected, found {counter!r}")
    return ModelSetting(
        model_id,
        upstream,
        _text(table, "name", model_id),
        tuple(tasks),
        counter,
        _number(table, "output_tokens_max", 1, 10**7, 4096),
    )


def _only(table: Any, names: set[str], place: str) -> None:
    if not isinstance(table, dict):
        raise SettingsWrong(f"{place}: a table expected, found {table!r}")
    unknown = sorted(set(table) - names)
    if unknown:
        raise SettingsWrong(f"{place}: nothing is called {', '.join(unknown)}")


def _tables(found: dict[str, Any], name: str) -> dict[str, Any]:
    tables = found.get(name, {})
    if not isinstance(tables, dict):
        raise SettingsWrong(f"tables [{name}.NAME] expected, found {tables!r}")
    return tables


def _text(table: dict[str, Any], name: str, place: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise SettingsWrong(f"{place}: a text {name} expected, found {value!r}")
    return value


def _number(table: dict[str, Any], name: str, low: int, high: int, default: int) -> int:
    value = table.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise SettingsWrong(f"{name}: {low:,} to {high:,} expected, found {value!r}")
    return value
