// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Counter} from "../src/Counter.sol";

/// On the state of a running chain: what the script has left there still counts.
contract CounterTest {
    function testStillCounts() external {
        Counter counter = new Counter(address(this));
        require(counter.add(3) == 3);
        require(address(0xbeef).balance >= 5, "the script has paid");
    }
}
