// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Certificates, Commit, Header, Validator} from "../../../bridge/gateway/Certificates.sol";
import {Rlp} from "../../../bridge/gateway/Rlp.sol";
import {Packet, Packets, Transfer} from "../../../bridge/gateway/Packets.sol";
import {StateProof} from "../../../bridge/gateway/StateProof.sol";

/// @notice Opens the gateway's libraries to tests.
contract ProofReader {
    function valueOf(bytes32 root, bytes32 key, bytes[] calldata proof) external pure returns (bytes memory) {
        return StateProof.valueOf(root, key, proof);
    }

    function slotOf(
        bytes32 stateRoot,
        address account,
        bytes32 slot,
        bytes[] calldata accountProof,
        bytes[] calldata storageProof
    ) external pure returns (bytes32) {
        return StateProof.slotOf(stateRoot, account, slot, accountProof, storageProof);
    }

    function headerOf(bytes calldata encoded) external pure returns (Header memory) {
        return Certificates.decodeHeader(encoded);
    }

    function hashOf(Validator[] calldata validators) external pure returns (bytes32 hash, uint256 total) {
        return Certificates.hashOf(validators);
    }

    function verify(
        Commit calldata commit,
        uint256 chainId,
        bytes32 trustedHash
    ) external pure returns (Header memory) {
        return Certificates.verify(commit, chainId, trustedHash);
    }

    function item(bytes calldata data) external pure returns (bool isList, bytes memory payload, uint256 next) {
        return Rlp.item(data, 0);
    }

    function integer(bytes calldata data) external pure returns (uint256 value) {
        (value, ) = Rlp.integer(data, 0, 32);
    }

    function decode(bytes calldata payload) external pure returns (bool fits, Transfer memory transfer) {
        return Packets.decode(payload);
    }
}
