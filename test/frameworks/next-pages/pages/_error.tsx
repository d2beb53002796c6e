import type { NextPageContext } from "next";

export default function Failed({ status }: { status: number }) {
  return <h1>{status == 404 ? "Not found" : "Failed"}</h1>;
}

Failed.getInitialProps = ({ res }: NextPageContext) => ({ status: res?.statusCode ?? 404 });
