-- uses: tpch.customer.c_custkey link, tpch.customer.c_nationkey link, tpch.lineitem.l_discount measure, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_orderkey link, tpch.lineitem.l_shipdate filter, tpch.lineitem.l_shipdate group, tpch.lineitem.l_shipdate show, tpch.lineitem.l_suppkey link, tpch.nation.n_name filter, tpch.nation.n_name group, tpch.nation.n_name show, tpch.nation.n_nationkey link, tpch.orders.o_custkey link, tpch.orders.o_orderkey link, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey, tpch/customer.c_nationkey = tpch/nation.n_nationkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey
SELECT supp_nation, cust_nation, l_year, SUM(volume) AS revenue
FROM (
  SELECT n1.n_name AS supp_nation, n2.n_name AS cust_nation, EXTRACT(YEAR FROM l_shipdate) AS l_year,
    l_extendedprice * (1 - l_discount) AS volume
  FROM tpch.supplier, tpch.lineitem, tpch.orders, tpch.customer, tpch.nation n1, tpch.nation n2
  WHERE s_suppkey = l_suppkey AND o_orderkey = l_orderkey AND c_custkey = o_custkey
    AND s_nationkey = n1.n_nationkey AND c_nationkey = n2.n_nationkey
    AND ((n1.n_name = 'FRANCE' AND n2.n_name = 'GERMANY') OR (n1.n_name = 'GERMANY' AND n2.n_name = 'FRANCE'))
    AND l_shipdate BETWEEN DATE '1995-01-01' AND DATE '1996-12-31') AS shipping
GROUP BY supp_nation, cust_nation, l_year
ORDER BY supp_nation, cust_nation, l_year
