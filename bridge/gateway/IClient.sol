// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice A slot of the other chain's state, or its absence, and at which height.
struct Proof {
    uint64 height; // of the header whose state root proves it
    bytes[] accountNodes; // as eth_getProof gives them
    bytes[] storageNodes;
}

/// @title What a gateway knows of another chain; how headers are verified is the client's affair.
interface IClient {
    /// @notice A header has been accepted.
    event Updated(uint64 indexed height, bytes32 hash, bytes32 stateRoot, uint64 timeS);
    /// @notice The other chain has told two stories: nothing of it is believed any more.
    event Frozen(uint64 indexed height, bytes32 first, bytes32 second);

    /// @notice Chain whose state this client knows.
    function remoteChainId() external view returns (uint256);

    /// @notice Height of the newest header that is trusted.
    function latestHeight() external view returns (uint64);

    /// @notice Whether proofs and headers are taken: neither frozen nor expired.
    function isLive() external view returns (bool);

    /// @notice Refuse unless a slot of an account holds a value, which is not zero.
    function verifyMembership(Proof calldata proof, address account, bytes32 slot, bytes32 value) external view;

    /// @notice Refuse unless a slot of an account is empty.
    /// @return timeS Time of the block at whose end it was, in seconds.
    function verifyAbsence(
        Proof calldata proof,
        address account,
        bytes32 slot
    ) external view returns (uint64 timeS);
}
