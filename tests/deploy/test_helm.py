"""The chart: linted, rendered for every role, valid Kubernetes, and safe for keys."""

import os
import stat
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.__main__ import build_parser
from cli.config import load_config
from tests.deploy.linters import lint, refused
from tests.e2e.devnet import ROOT, kumiai

pytestmark = [pytest.mark.e2e, pytest.mark.long]
CHART = ROOT / "deploy/helm/kumiai"
EXAMPLES = sorted(path.stem for path in (CHART / "ci").glob("*.yaml"))
# From the Prometheus operator, whose schema no package here has.
FOREIGN = {"ServiceMonitor"}


def rendered(example: str) -> list[dict[str, Any]]:
    """Return what Helm makes of one set of values."""
    values = CHART / f"ci/{example}.yaml"
    text = lint("helm", "template", "chain", CHART, "--namespace", "nodes", "--values", values)
    return [item for item in yaml.safe_load_all(text) if item]


def of_kind(example: str, kind: str) -> dict[str, Any]:
    """Return the only object of its kind that has no other beside it."""
    return next(item for item in rendered(example) if item["kind"] == kind)


def pod_of(example: str) -> dict[str, Any]:
    """Return the pod that the set starts."""
    return dict(of_kind(example, "StatefulSet")["spec"]["template"]["spec"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_helm_and_kubernetes_are_content(tmp_path: Path, example: str):
    """Strictly: a key that Kubernetes does not know is refused."""
    lint("helm", "lint", "--strict", CHART, "--values", CHART / f"ci/{example}.yaml")
    objects = [item for item in rendered(example) if item["kind"] not in FOREIGN]
    file = tmp_path / "objects.yaml"
    file.write_text(yaml.safe_dump_all(objects))
    said = lint("kubernetes-validate", "--strict", file)
    assert len(objects) == said.count("passed"), said
    assert "WARN" not in said


def test_kubernetes_validation_is_awake(tmp_path: Path):
    """A key that is misspelt is told."""
    objects = yaml.safe_dump_all(
        [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"prots": []}}]
    )
    (tmp_path / "wrong.yaml").write_text(objects)
    refused("kubernetes-validate", ["--strict", tmp_path / "wrong.yaml"], "prots")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("role: validator\ngenesis: {configMap: c}\n", "secret"),
        (
            "role: validator\nreplicas: 2\ngenesis: {configMap: c}\nvalidator: {secret: s}\n",
            "replicas",
        ),
        ("role: replica\n", "genesisHash"),
        ("role: full\n", "configMap"),
        ("role: full\ngenesis: {configMap: c}\nimgae: {}\n", "imgae"),
        (
            "role: full\ngenesis: {configMap: c}\np2p: {persistentPeers: [somebody]}\n",
            "persistentPeers",
        ),
    ],
)
def test_values_that_would_not_run_are_refused(tmp_path: Path, values: str, said: str):
    """Two pods with one key above all."""
    file = tmp_path / "values.yaml"
    file.write_text(values)
    refused("helm", ["template", "chain", CHART, "--values", file], said)


@pytest.mark.parametrize("example", EXAMPLES)
def test_pods_have_no_rights(example: str):
    """What Kubernetes calls restricted; the root is read-only, no account's token is there."""
    pod = pod_of(example)
    assert (True, 26656, False, "RuntimeDefault") == (
        pod["securityContext"]["runAsNonRoot"],
        pod["securityContext"]["runAsUser"],
        pod["automountServiceAccountToken"],
        pod["securityContext"]["seccompProfile"]["type"],
    )
    for container in [*pod.get("initContainers", ()), *pod["containers"]]:
        context = container["securityContext"]
        assert (False, True, ["ALL"]) == (
            context["allowPrivilegeEscalation"],
            context["readOnlyRootFilesystem"],
            context["capabilities"]["drop"],
        )
        assert "memory" in container["resources"]["limits"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_command_line_understands_what_a_pod_runs(example: str):
    """And the probes ask ports and paths that a node has."""
    (node,) = pod_of(example)["containers"]
    args = build_parser().parse_args(node["args"])
    assert "0.0.0.0" == args.metrics_host
    ports = {port["name"]: port["containerPort"] for port in node["ports"]}
    assert (8545, 26660) == (ports["rpc"], ports["metrics"])
    assert ("p2p" in ports) == (example != "replicas")
    probed = {name: node[name]["httpGet"]["path"] for name in node if name.endswith("Probe")}
    assert {
        "startupProbe": "/metrics",
        "livenessProbe": "/metrics",
        "readinessProbe": "/health",
    } == (probed)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_settings_are_a_nodes(tmp_path: Path, example: str):
    """What the chart writes is read strictly by the node itself."""
    text = of_kind(example, "ConfigMap")["data"]["config.toml"]
    (tmp_path / "config.toml").write_text(text)
    config = load_config(tmp_path)
    assert "chain-kumiai.nodes.svc" in config.rpc_allowed_hosts
    assert config.p2p_enabled == (example != "replicas")
    assert ("10.0.0.3:26659" if example == "remote-signer" else "") == config.signer
    assert config.p2p_exchange == (example != "validator")
    assert tomllib.loads(text)["consensus"]["timeout_propose_ms"] == config.timeout_propose_ms


def test_keys_are_put_into_a_home_once(tmp_path: Path):
    """Whatever the Secret says later: what was signed since stays remembered."""
    kumiai("init", home=tmp_path / "made")
    keys, home = tmp_path / "keys", tmp_path / "home"
    keys.mkdir()
    home.mkdir()
    for name in ("key", "beacon", "sign_state.json"):
        (keys / name).write_bytes((tmp_path / "made/validator" / name).read_bytes())
    (keys / "node_key").write_bytes((tmp_path / "made/node_key").read_bytes())
    install(keys, home)
    found = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert {"node_key", "validator/key", "validator/beacon", "validator/sign_state.json"} == found
    assert all(0o600 == stat.S_IMODE((home / name).stat().st_mode) for name in found)
    (home / "validator/sign_state.json").write_text("newer")
    (keys / "key").write_text("another")
    install(keys, home)
    assert "newer" == (home / "validator/sign_state.json").read_text()
    assert "another" != (home / "validator/key").read_text()
    after = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert found == after


def test_keys_that_were_half_put_there_are_put_there_anew(tmp_path: Path):
    """A container that was ended in between leaves no key without its memory."""
    keys, home = tmp_path / "keys", tmp_path / "home"
    keys.mkdir()
    (home / "validator.new").mkdir(parents=True)
    (home / "validator.new/key").write_text("half")
    (keys / "key").write_text("whole")
    (keys / "sign_state.json").write_text("{}")
    install(keys, home)
    assert ("whole", "{}") == (
        (home / "validator/key").read_text(), (home / "validator/sign_state.json").read_text()
    )  # fmt: skip
    assert not (home / "validator.new").exists()


def test_a_validators_pod_is_the_only_one_and_its_keys_stay_private():
    """At most one pod of a name; modes of files in its volume are left as they are."""
    found, pod = of_kind("validator", "StatefulSet"), pod_of("validator")
    assert 1 == found["spec"]["replicas"]
    assert "OnRootMismatch" == pod["securityContext"]["fsGroupChangePolicy"]
    mounts = {mount["name"] for mount in pod["containers"][0]["volumeMounts"]}
    assert "keys" not in mounts


def install(keys: Path, home: Path) -> None:
    """Run the script as the first container does."""
    script = pod_of("validator")["initContainers"][0]
    environment = {**os.environ, "HOME_DIR": str(home), "KEYS_DIR": str(keys)}
    command = [*script["command"], *script["args"]]
    subprocess.run(command, env=environment, check=True, timeout=20, capture_output=True)
