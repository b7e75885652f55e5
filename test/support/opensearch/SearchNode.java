import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * SearchNode FOLDER HTTP_PORT CLUSTER NUMBER TRANSPORT_PORT...: a node of OpenSearch on 127.0.0.1, of
 * the cluster of that name, which has a node for each of the transport ports; this one has the port
 * that stands at its number, counted from 0. Ends when it is killed.
 */
public class SearchNode {
  public static void main(String[] args) throws Exception {
    int number = Integer.parseInt(args[3]);
    int count = args.length - 4;
    String managers =
        IntStream.range(0, count).mapToObj(SearchNode::nameOf).collect(Collectors.joining(","));
    String seeds =
        IntStream.range(0, count)
            .mapToObj(each -> "127.0.0.1:" + args[4 + each])
            .collect(Collectors.joining(","));
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.setMaxHttpPort(65535);
    runner.onBuild((unused, settings) -> settings
        .put("node.name", nameOf(number))
        .put("network.host", "127.0.0.1")
        .put("http.port", args[1])
        .put("transport.port", args[4 + number])
        .put("discovery.seed_hosts", seeds)
        .put("cluster.initial_cluster_manager_nodes", managers)
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .put("cluster.no_cluster_manager_block", "write"));
    runner.build(OpenSearchRunner.newConfigs()
        .basePath(args[0])
        .numOfNode(1)
        .baseHttpPort(Integer.parseInt(args[1]) - 1)
        .clusterName(args[2])
        .printOnFailure());
    Thread.currentThread().join();
  }

  private static String nameOf(int number) {
    return "node-" + number;
  }
}
