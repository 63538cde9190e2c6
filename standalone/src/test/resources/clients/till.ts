// A till on the client that openapi-generator makes for TypeScript: address, id and secret of the administrator, node.
import { Configuration, NodesApi, ResponseError, SalesApi, TokenApi } from './generated';
import type { Problem, Sale, TokenRefusal } from './generated';

const [basePath, administrator, secret, nodeId] = process.argv.slice(2) as [string, string, string, string];

function as(accessToken?: string): Configuration {
    return new Configuration(accessToken === undefined ? { basePath } : { basePath, accessToken });
}

async function token(clientId: string, clientSecret: string): Promise<string> {
    const form = { grantType: 'client_credentials', clientId, clientSecret } as const;
    return (await new TokenApi(as()).issueToken(form)).accessToken;
}

function sale(saleNumber: string, quantity: number): Sale {
    return {
        nodeId,
        saleNumber,
        terminalId: 'TILL-1',
        soldAt: new Date(),
        items: [{ code: 'K1', name: 'Khinkali', category: 'Dumplings', quantity, unitPriceTetri: 200 }],
        totalTetri: 200 * quantity,
    };
}

async function refusal<Body>(call: Promise<unknown>): Promise<[number, Body]> {
    try {
        await call;
    } catch (refused) {
        if (refused instanceof ResponseError) {
            return [refused.response.status, (await refused.response.json()) as Body];
        }
        throw refused;
    }
    throw new Error('was not refused');
}

async function sell(): Promise<void> {
    const nodes = new NodesApi(as(await token(administrator, secret)));
    await nodes.registerNode({ nodeRegistration: { nodeId, type: 'OWNER', city: 'Tbilisi', ownerId: 'founder' } });
    const till = (await nodes.authoriseTerminal({ nodeId, nodeAuthorisation: { terminalId: 'TILL-1' } })).data;
    const sales = new SalesApi(as(await token(till.clientId, till.clientSecret ?? '')));

    const first = sale('1', 5);
    const receipt = await sales.recordSale({ sale: first });
    console.log('sold', receipt.data.saleId, receipt.data.mintedUnits, receipt.success, receipt.error);
    const again = await sales.recordSaleRaw({ sale: first });
    const told = (await again.value()).data.claimCode === receipt.data.claimCode;
    console.log('again', again.raw.status, told, again.raw.headers.get('Idempotency-Replayed'));
    const [taken, problem] = await refusal<Problem>(sales.recordSale({ sale: sale('1', 6) }));
    console.log('refused', taken, problem.code, problem.success, problem.data);
    const [wrong, why] = await refusal<TokenRefusal>(token(till.clientId, 'wrong'));
    console.log('refused', wrong, why.error);
}

sell().catch((failure: unknown) => {
    console.error(failure);
    process.exit(1);
});
