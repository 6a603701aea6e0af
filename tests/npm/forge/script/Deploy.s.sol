// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Counter} from "../src/Counter.sol";

interface Cheats {
    function startBroadcast() external;
    function stopBroadcast() external;
}

/// Deploys two counters, one at an address known beforehand, and uses them.
contract Deploy {
    bool public constant IS_SCRIPT = true;
    Cheats constant VM = Cheats(address(uint160(uint256(keccak256("hevm cheat code")))));

    function run() external {
        VM.startBroadcast();
        Counter plain = new Counter(msg.sender);
        Counter salted = new Counter{salt: bytes32(uint256(7))}(msg.sender);
        plain.add(2);
        salted.add(40);
        (bool paid, ) = address(0xbeef).call{value: 5}("");
        require(paid);
        VM.stopBroadcast();
    }
}
