import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.NodesApi;
import org.openapitools.client.api.SalesApi;
import org.openapitools.client.api.TokenApi;
import org.openapitools.client.model.NodeAdmitted;
import org.openapitools.client.model.NodeAuthorisation;
import org.openapitools.client.model.NodeRegistration;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.ReceiptAnswer;
import org.openapitools.client.model.Sale;
import org.openapitools.client.model.SaleLine;
import org.openapitools.client.model.TokenRefusal;

/** A till on the client that openapi-generator makes for Java: address, id and secret of the administrator, node. */
public final class Till {

    private static String address;

    public static void main(String[] arguments) throws Exception {
        address = arguments[0];
        String node = arguments[3];
        NodesApi nodes = new NodesApi(client(token(arguments[1], arguments[2])));
        nodes.registerNode(
                new NodeRegistration()
                        .nodeId(node)
                        .type(NodeRegistration.TypeEnum.OWNER)
                        .city("Tbilisi")
                        .ownerId("founder"),
                null);
        NodeAdmitted till = nodes.authoriseTerminal(node, new NodeAuthorisation().terminalId("TILL-1"), null)
                .getData();
        SalesApi sales = new SalesApi(client(token(till.getClientId(), till.getClientSecret())));

        Sale first = sale(node, "1", 5);
        ReceiptAnswer receipt = sales.recordSale(first, null, null);
        System.out.println("sold " + receipt.getData().getSaleId() + ' '
                + receipt.getData().getMintedUnits() + ' ' + receipt.getSuccess() + ' ' + receipt.getError());
        ApiResponse<ReceiptAnswer> again = sales.recordSaleWithHttpInfo(first, null, null);
        System.out.println("again " + again.getStatusCode() + ' '
                + receipt.getData().getClaimCode().equals(again.getData().getData().getClaimCode()) + ' '
                + again.getHeaders().get("idempotency-replayed").getFirst());
        ApiException taken = refusal(() -> sales.recordSale(sale(node, "1", 6), null, null));
        Problem problem = client(null).getObjectMapper().readValue(taken.getResponseBody(), Problem.class);
        System.out.println("refused " + taken.getCode() + ' ' + problem.getCode() + ' ' + problem.getSuccess() + ' '
                + problem.getData());
        ApiException wrong = refusal(() -> token(till.getClientId(), "wrong"));
        TokenRefusal why = client(null).getObjectMapper().readValue(wrong.getResponseBody(), TokenRefusal.class);
        System.out.println("refused " + wrong.getCode() + ' ' + why.getError());
    }

    private static ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        if (token != null) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        }
        return client;
    }

    private static String token(String id, String secret) throws ApiException {
        return new TokenApi(client(null)).issueToken("client_credentials", id, secret).getAccessToken();
    }

    private static Sale sale(String node, String number, int quantity) {
        return new Sale()
                .nodeId(node)
                .saleNumber(number)
                .terminalId("TILL-1")
                .soldAt(OffsetDateTime.now())
                .items(List.of(new SaleLine()
                        .code("K1")
                        .name("Khinkali")
                        .category("Dumplings")
                        .quantity(quantity)
                        .unitPriceTetri(200L)))
                .totalTetri(200L * quantity);
    }

    private static ApiException refusal(Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (ApiException e) {
            return e;
        }
        throw new IllegalStateException("was not refused");
    }
}
