"""A till on the client that openapi-generator makes for Python: address, id and secret of the administrator, node."""
import sys
from datetime import datetime, timezone

import openapi_client as api


def client(token=None):
    return api.ApiClient(api.Configuration(host=sys.argv[1], access_token=token))


def token(client_id, client_secret):
    return api.TokenApi(client()).issue_token("client_credentials", client_id, client_secret).access_token


def sale(node, number, quantity):
    item = api.SaleLine(code="K1", name="Khinkali", category="Dumplings", quantity=quantity, unit_price_tetri=200)
    return api.Sale(node_id=node, sale_number=number, terminal_id="TILL-1", sold_at=datetime.now(timezone.utc),
                    items=[item], total_tetri=200 * quantity)


def refusal(call):
    try:
        call()
    except api.ApiException as refused:
        return refused
    raise SystemExit("was not refused")


node = sys.argv[4]
owner = client(token(sys.argv[2], sys.argv[3]))
api.NodesApi(owner).register_node(api.NodeRegistration(node_id=node, type="OWNER", city="Tbilisi", owner_id="founder"))
admitted = api.NodesApi(owner).authorise_terminal(node, api.NodeAuthorisation(terminal_id="TILL-1")).data
sales = api.SalesApi(client(token(admitted.client_id, admitted.client_secret)))

first = sale(node, "1", 5)
receipt = sales.record_sale(first)
print("sold", receipt.data.sale_id, receipt.data.minted_units, receipt.success, receipt.error)
again = sales.record_sale_with_http_info(first)
print("again", again.status_code, again.data.data.claim_code == receipt.data.claim_code,
      again.headers["Idempotency-Replayed"])
taken = refusal(lambda: sales.record_sale(sale(node, "1", 6)))
problem = api.Problem.from_json(taken.body)
print("refused", taken.status, problem.code, problem.success, problem.data)
wrong = refusal(lambda: token(admitted.client_id, "wrong"))
print("refused", wrong.status, api.TokenRefusal.from_json(wrong.body).error)
