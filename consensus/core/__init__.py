"""The Tendermint algorithm as a pure function of its inputs."""
