"""The kinds of jobs that there are, by name."""

from collections.abc import Mapping

from agents.provider.runners.embed import EmbedRunner, installed_models
from agents.provider.runners.execution import ExecRunner
from agents.provider.runners.runner import Runner


def runners(models: tuple[str, ...] | None = None) -> Mapping[str, Runner]:
    """Return every kind there is, with the models that are named, else those of this machine."""
    embed = EmbedRunner(installed_models() if models is None else models)
    found: tuple[Runner, ...] = (embed, ExecRunner())
    return {runner.kind: runner for runner in found}
