import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * SearchNodes FOLDER COUNT PORT: a cluster of OpenSearch on 127.0.0.1, at PORT and the ports above it.
 * Takes "close N" and "start N" on standard input, and ends with it. What it has done is seen over
 * HTTP: the nodes take standard output for their logs, and close it.
 */
public class SearchNodes {
  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[1]);
    int port = Integer.parseInt(args[2]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.setMaxHttpPort(65535);
    runner.onBuild((number, settings) -> settings
        .put("network.host", "127.0.0.1")
        .put("http.port", port + number - 1)
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .put("cluster.no_cluster_manager_block", "write"));
    // Nodes join every cluster of their name that they find on the machine: each process has its own.
    runner.build(OpenSearchRunner.newConfigs()
        .basePath(args[0])
        .numOfNode(count)
        .baseHttpPort(port - 1)
        .clusterName("tests-" + ProcessHandle.current().pid())
        .printOnFailure());
    runner.ensureYellow();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int node = Integer.parseInt(line.split(" ")[1]);
      if (line.startsWith("close")) runner.getNode(node).close();
      else runner.startNode(node);
    }
    runner.close();
  }
}
