using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (
      name = "worker",
      worker = (
        modules = [(name = "worker", esModule = embed "dist/worker.js")],
        # No flag for compatibility with Node: the client does without.
        compatibilityDate = "2026-01-01",
        globalOutbound = "network"
      )
    ),
    # The mock is at a private address.
    (name = "network", network = (allow = ["private"]))
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")]
);
