"""The first start: try the demo clinic, set up this clinic, or join a network."""
