defmodule Money do
  defstruct [:amount, :currency]
  def new(a, c), do: %Money{amount: a, currency: c}
  def add(%Money{amount: a, currency: c}, %Money{amount: b, currency: c}), do: %Money{amount: a + b, currency: c}
  def compare(%Money{amount: a}, %Money{amount: b}) when a > b, do: :gt
  def compare(%Money{amount: a}, %Money{amount: b}) when a < b, do: :lt
  def compare(_, _), do: :eq
  def multiply(%Money{amount: a} = m, r), do: %{m | amount: div(a * r, 1000)}
end
defmodule CampaignServer do
  use GenServer
  def start_link(id), do: GenServer.start_link(__MODULE__, id, name: via(id))
  def get_campaign(id), do: GenServer.call(via(id), :get_campaign)
  def add_donation(id, d), do: GenServer.call(via(id), {:add_donation, d})
  defp via(id), do: {:via, Registry, {CampaignRegistry, id}}
  def init(id), do: {:ok, %{campaign_id: id, campaign: %{goal: Money.new(1_000_000_000, :IDR), current: Money.new(0, :IDR), status: :active}, donation_count: 0, total_amount: Money.new(0, :IDR)}}
  def handle_call(:get_campaign, _f, s), do: {:reply, s.campaign, s}
  def handle_call({:add_donation, d}, _f, s) do
    t = Money.add(s.total_amount, d.amount)
    n = %{s | donation_count: s.donation_count + 1, total_amount: t, campaign: %{s.campaign | current: t}}
    {:reply, {:ok, n.campaign}, n}
  end
end
defmodule Zakat do
  use GenServer
  def start_link(_), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)
  def calculate(w, n), do: GenServer.call(__MODULE__, {:calculate, w, n})
  def init(_), do: {:ok, %{calculations: [], cache: %{}, total: Money.new(0, :IDR), count: 0, hits: 0, misses: 0}}
  def handle_call({:calculate, w, n}, _f, s) do
    k = {w.amount, w.currency, n.amount}
    case Map.get(s.cache, k) do
      nil ->
        z = if Money.compare(w, n) == :gt, do: Money.multiply(w, 25), else: Money.new(0, w.currency)
        {:reply, {:ok, z}, %{s | calculations: [%{wealth: w, zakat: z, timestamp: DateTime.utc_now()} | s.calculations], cache: Map.put(s.cache, k, z), total: Money.add(s.total, z), count: s.count + 1, misses: s.misses + 1}}
      z -> {:reply, {:ok, z}, %{s | hits: s.hits + 1}}
    end
  end
end
defmodule B do
  def run(name, procs, per, f) do
    t0 = System.monotonic_time(:microsecond)
    1..procs |> Enum.map(fn p -> Task.async(fn -> Enum.each(1..per, fn i -> f.(p, i) end) end) end) |> Task.await_many(:infinity)
    dt = System.monotonic_time(:microsecond) - t0
    IO.puts("#{name}: #{round(procs * per / dt * 1_000_000)} ops/s")
  end
end
{:ok, _} = Registry.start_link(keys: :unique, name: CampaignRegistry)
for i <- 1..100, do: {:ok, _} = CampaignServer.start_link("c#{i}")
{:ok, _} = Zakat.start_link([])
:ets.new(:t, [:set, :public, :named_table, read_concurrency: true, write_concurrency: true])
for i <- 1..100, do: :ets.insert(:t, {"c#{i}", %{goal: Money.new(1, :IDR), current: Money.new(0, :IDR), status: :active}})
d = %{amount: Money.new(50_000, :IDR), donor_id: "donor_123"}
ids = List.to_tuple(for i <- 1..100, do: "c#{i}")
for _ <- 1..3 do
  B.run("add_donation call, 1 client 1 campaign", 1, 300_000, fn _, _ -> CampaignServer.add_donation("c1", d) end)
  B.run("add_donation call, 100 clients 1 campaign", 100, 5_000, fn _, _ -> CampaignServer.add_donation("c1", d) end)
  B.run("add_donation call, 100 clients 100 campaigns", 100, 10_000, fn p, _ -> CampaignServer.add_donation(elem(ids, p - 1), d) end)
  B.run("get_campaign call, 100 clients 1 campaign", 100, 10_000, fn _, _ -> CampaignServer.get_campaign("c1") end)
  B.run("get_campaign call, 100 clients 100 campaigns", 100, 10_000, fn p, _ -> CampaignServer.get_campaign(elem(ids, p - 1)) end)
  B.run("ets lookup 2 clients", 2, 2_000_000, fn _, i -> :ets.lookup(:t, elem(ids, rem(i, 100))) end)
  B.run("zakat calculate (cached) 100 clients", 100, 5_000, fn _, i -> Zakat.calculate(Money.new(1000_000 + rem(i, 50), :IDR), Money.new(85_000, :IDR)) end)
end
