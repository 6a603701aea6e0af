// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {GatewayStorage} from "../../../bridge/gateway/GatewayStorage.sol";

/// @notice What comes after the gateway: the same storage, another version.
contract NextGateway is GatewayStorage {
    uint64 public constant VERSION = 2;

    function initialiseNext() external {
        require(version == 1);
        version = 2;
    }
}
