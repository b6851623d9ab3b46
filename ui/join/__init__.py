"""The form with which a desk joins a network: the same at the first start and in the room of the network."""
