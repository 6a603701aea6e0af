// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice How much of an asset may leave within some time.
struct Bucket {
    uint256 capacity; // most that fits; 0 lets nothing out
    uint256 refillPerS;
    uint256 level; // what was left at `updatedS`
    uint64 updatedS;
}

/// @title Token buckets: they fill by the second, and what leaves is taken out.
library Buckets {
    /// @notice What may leave now.
    function levelOf(Bucket storage bucket) internal view returns (uint256) {
        uint256 room = bucket.capacity - bucket.level;
        uint256 elapsedS = block.timestamp - bucket.updatedS;
        // Divided instead of multiplied, so that no rate overflows.
        bool isFull = bucket.refillPerS != 0 && elapsedS > room / bucket.refillPerS;
        return isFull ? bucket.capacity : bucket.level + elapsedS * bucket.refillPerS;
    }

    /// @notice Take an amount out; says whether there was as much.
    function take(Bucket storage bucket, uint256 amount) internal returns (bool) {
        uint256 level = levelOf(bucket);
        if (amount > level) return false;
        (bucket.level, bucket.updatedS) = (level - amount, uint64(block.timestamp));
        return true;
    }

    /// @notice Put back what was taken a moment ago and did not leave.
    function putBack(Bucket storage bucket, uint256 amount) internal {
        uint256 room = bucket.capacity - bucket.level;
        bucket.level += amount < room ? amount : room;
    }

    /// @notice Set new limits; what is inside stays, as far as it fits. A new bucket is full.
    function set(Bucket storage bucket, uint256 capacity, uint256 refillPerS) internal {
        uint256 level = bucket.updatedS == 0 ? capacity : levelOf(bucket);
        bucket.level = level < capacity ? level : capacity;
        (bucket.capacity, bucket.refillPerS) = (capacity, refillPerS);
        bucket.updatedS = uint64(block.timestamp);
    }
}
